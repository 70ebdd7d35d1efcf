package org.tickmark.console.engine;

import java.util.Locale;
import org.tickmark.api.message.Message;

/** What columns and particulars are called for people. */
public final class Headings {
    private Headings() {}

    /** The heading of a name; of a plugin's name that the console does not know, that name in words. */
    public static String of(String name, Locale locale) {
        Message heading = Texts.text("column." + name);
        String text = heading.text(locale);
        return text.equals(heading.id()) ? name.replace('_', ' ') : text;
    }
}
