package org.tickmark.reconciliation.report;

import java.util.ArrayList;
import java.util.List;

/** What an entry says of itself, in one line. */
final class What {
    private What() {}

    /** Party, reference and text, each once. */
    static String of(String reference, String party, String text) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(party, reference, text)) {
            if (!part.isBlank() && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return String.join(" · ", parts);
    }
}
