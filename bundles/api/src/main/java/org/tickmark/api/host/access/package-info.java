/** Who may do what: users with roles, and the tokens by which programs act for them. */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
