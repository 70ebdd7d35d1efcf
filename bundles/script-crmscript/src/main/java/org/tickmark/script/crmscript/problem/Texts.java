package org.tickmark.script.crmscript.problem;

import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of the language. */
public final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    /** A text of the catalog. */
    public static Message text(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }
}
