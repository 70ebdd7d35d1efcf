/**
 * Units, accounts, statements and entries: what has been imported and proved.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host.books;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
