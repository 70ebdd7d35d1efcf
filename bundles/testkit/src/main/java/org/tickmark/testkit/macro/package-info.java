/**
 * For authors of actions of macros: {@link org.tickmark.testkit.macro.MacroActionContract} checks the rules of
 * {@link org.tickmark.api.macro.MacroAction} by number, {@link org.tickmark.testkit.macro.FakeActionCall} is a use without a macro.
 */
@Export
@Version("1.0.0")
package org.tickmark.testkit.macro;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
