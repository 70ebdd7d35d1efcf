/**
 * The night run: import and reconcile, unattended, under one lock.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host.batch;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
