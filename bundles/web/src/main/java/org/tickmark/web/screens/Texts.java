package org.tickmark.web.screens;

import java.util.Locale;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of this package. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message text(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }

    /** What the button of a command says: it has a text, or is called as the command. */
    static Message act(String command) {
        String id = "act." + command.replace(' ', '.');
        Message label = text(id);
        return label.text(Locale.ENGLISH).equals(id) ? Message.verbatim(command) : label;
    }
}
