/**
 * What a plugin adds that macros can do: a {@link org.tickmark.api.macro.MacroAction} describes its parameters and is handed an
 * {@link org.tickmark.api.macro.ActionCall}. Order, conditions, rights and the audit are the host's.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.macro;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
