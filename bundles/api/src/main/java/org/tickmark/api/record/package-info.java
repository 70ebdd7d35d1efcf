/**
 * Rows that anyone may list: {@link RecordSource} services feed commands, reports, screens and scripts alike.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
