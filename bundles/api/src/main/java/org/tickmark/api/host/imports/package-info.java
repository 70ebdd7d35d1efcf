/**
 * Import definitions and the file pipeline.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host.imports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
