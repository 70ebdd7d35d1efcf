package org.tickmark.console.commands.choice;

import java.util.Locale;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/**
 * What the constants of enumerations are called: an id for programs, a text for people. The ids are those of messages of
 * their own catalog, so that JSON, which gets the id of a message, holds the plain word.
 */
public final class Choices {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Choices.class);

    private Choices() {}

    /** The id of a constant: its name in lower case, with hyphens. */
    public static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text of a constant; its id is {@link #id}. */
    public static Message text(Enum<?> constant) {
        return word(id(constant));
    }

    /** The text of a word that may be given, as constants have them; the word itself where it has none. */
    public static Message word(String choice) {
        return CATALOG.message(choice);
    }
}
