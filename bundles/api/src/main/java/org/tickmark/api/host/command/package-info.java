/** How other doors than the shell give commands: {@link Commands}. */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
