package org.tickmark.api.importer;

import java.util.List;
import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * An option that an import definition may set for a format.
 *
 * @param name lower-case words joined by hyphens
 * @param words the words allowed; empty for any text
 * @param defaultValue what holds when it is not set
 * @param help what it does
 */
public record FormatOption(String name, List<String> words, String defaultValue, Message help) {
    public FormatOption {
        Objects.requireNonNull(name, "name");
        words = List.copyOf(words);
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(help, "help");
    }
}
