/**
 * What a bundle tells of how it is: a {@link HealthCheck} looks, and its {@link Health} says what it found and what should be mended. Whoever asks gathers
 * the checks of all bundles.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
