/**
 * Contracts between Tickmark's own bundles: transactions, audit, events, secrets, plugins. No plugin imports this
 * package or those below it; they may change with any release.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
