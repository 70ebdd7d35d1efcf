package org.tickmark.api.message;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Text for people: an id and arguments, rendered when the reader's language is known. Immutable, if its arguments are.
 */
public final class Message {
    /** The id of every message that is given in every language; its arguments are the English, Norwegian and Swedish text. */
    public static final String TRANSLATED = "translated";

    private final MessageCatalog catalog;
    private final String id;
    private final List<Object> arguments;

    Message(MessageCatalog catalog, String id, List<Object> arguments) {
        this.catalog = Objects.requireNonNull(catalog, "catalog");
        this.id = Objects.requireNonNull(id, "id");
        this.arguments = List.copyOf(arguments);
    }

    /** Text that is the same in every language, such as a file name or what a foreign program said. */
    public static Message verbatim(String text) {
        return MessageCatalog.VERBATIM.message(text);
    }

    /** Text that is given in every language, such as what a plugin said that may be gone when someone reads it. */
    public static Message translated(String english, String norwegian, String swedish) {
        return MessageCatalog.TRANSLATED.message(TRANSLATED, english, norwegian, swedish);
    }

    /** The id, the same in every language; what logs and tests compare. */
    public String id() {
        return id;
    }

    /** The arguments, in the order of the placeholders. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The text in the given language, or in English where that language has no such text. */
    public String text(Locale locale) {
        return catalog.render(id, arguments, locale);
    }

    /** Whether it is the same text with the same arguments. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Message message
                && catalog == message.catalog
                && id.equals(message.id)
                && arguments.equals(message.arguments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, arguments);
    }

    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
