/**
 * Text for people, kept as an id and arguments and rendered in the reader's language. A bundle declares one
 * {@link MessageCatalog} beside its {@code messages.properties} (en), {@code messages_nb.properties} and
 * {@code messages_sv.properties}, and makes every {@link Message} from it.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.message;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
