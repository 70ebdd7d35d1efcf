/**
 * File formats. A plugin registers a {@link StatementImporter}; the host owns files, identity, proof, database and
 * archive, so a plugin is handed a stream and a {@link StatementSink} and nothing else.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.importer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
