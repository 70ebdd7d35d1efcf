/**
 * Contracts of the bundle that keeps and runs scripts: what is stored ({@link org.tickmark.api.host.script.ScriptDefinition}), and the service
 * {@link org.tickmark.api.host.script.Scripts} that saves, compares and runs it; {@link org.tickmark.api.host.script.Debugger} stops it on its way. May change with any release.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host.script;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
