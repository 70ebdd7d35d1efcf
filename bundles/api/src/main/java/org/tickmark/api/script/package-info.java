/**
 * Scripts. A plugin adds a language by a {@link ScriptLanguage}: it compiles a {@link ScriptSource} into a {@link ScriptProgram}, which the
 * host starts with a {@link ScriptCall} and carries on with {@link ScriptRun#advance} for as long as it likes, on whatever thread it likes. A run
 * that pauses or waits is data: it holds no thread and no lock. What a script may reach beyond its own values is what the host grants
 * ({@link GrantedObject}, record sources) and nothing else.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.1.0")
package org.tickmark.api.script;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
