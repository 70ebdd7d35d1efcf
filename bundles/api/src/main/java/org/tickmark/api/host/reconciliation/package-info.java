/**
 * Groups of accounts, ordered rules, matches, open items and the balance proof.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host.reconciliation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
