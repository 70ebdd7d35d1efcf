package org.tickmark.importer.qif;

import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of this bundle. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message message(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }
}
