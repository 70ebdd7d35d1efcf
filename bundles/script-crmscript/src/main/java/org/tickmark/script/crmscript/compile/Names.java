package org.tickmark.script.crmscript.compile;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Names: which may not be taken, and which one may have been meant. */
final class Names {
    /** Words of the dialect, besides the keywords and the types of the library. */
    private static final Set<String> RESERVED = Set.of(
            "Category",
            "Company",
            "Customer",
            "Diary",
            "Email",
            "Inbox",
            "Invoice",
            "License",
            "Message",
            "Priority",
            "Ticket");

    private Names() {}

    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** The name that differs in case alone, or begins alike; empty if there is none. */
    static String near(String name, Collection<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(other -> other.toLowerCase(Locale.ROOT).equals(lower))
                .findFirst()
                .orElseGet(() -> known.stream()
                        .filter(other -> begins(other.toLowerCase(Locale.ROOT), lower))
                        .sorted()
                        .findFirst()
                        .orElse(""));
    }

    private static boolean begins(String one, String other) {
        int length = Math.min(one.length(), other.length());
        return length > 2 && one.substring(0, length).equals(other.substring(0, length));
    }
}
