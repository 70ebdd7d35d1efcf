package org.tickmark.web.screens.runs;

import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of this package. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message text(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }
}
