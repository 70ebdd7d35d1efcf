/**
 * What happens in Tickmark, and who reacts to it. An {@link EventHandler} may pass, change or block a {@link Proposal}
 * before it happens, and is told of an {@link Event} after it happened.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
