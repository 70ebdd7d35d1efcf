/**
 * One command model for every door. A bundle registers a {@link WorkbenchCommand} once; from its {@link CommandSpec}
 * come the shell command, the sub-command of the launcher, help, completion, and later the palette and REST.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
