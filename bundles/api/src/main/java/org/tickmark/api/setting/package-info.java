/**
 * Configuration: a {@link Setting} is declared once with type, default and help; {@link Settings} answers its value and
 * where that came from; a {@link SecretRef} names a secret without holding it.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.setting;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
