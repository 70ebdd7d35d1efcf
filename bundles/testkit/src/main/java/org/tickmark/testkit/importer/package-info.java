/**
 * The contract of file formats. Extend {@link StatementImporterContract}, hand it your importer and a few
 * {@link SampleFile}s, and it checks the rules SI-01 to SI-11 of
 * {@link org.tickmark.api.importer.StatementImporter} by number. {@link RecordingSink} serves tests of your own: it keeps
 * what an importer tells and computes count, sum and proof.
 */
@Export
@Version("1.0.0")
package org.tickmark.testkit.importer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
