package org.tickmark.web.screens.scripting;

import java.util.List;
import java.util.function.IntConsumer;
import org.tickmark.web.screens.Page;

/**
 * A source with the numbers of its lines.
 *
 * @param text the source
 * @param current the line that is told apart; 0 for none
 */
record Listing(String text, long current) {
    private static final int MOST_LINES = 500;

    /**
     * Writes it: of a long one what is around the line.
     *
     * @param label what it is called
     * @param margin writes what stands before each line
     */
    void write(Page page, String label, IntConsumer margin) {
        List<String> lines = text.lines().toList();
        int from = (int) Math.max(0, Math.min(current - MOST_LINES / 2, lines.size() - MOST_LINES));
        page.html().open("div", "class", "code", "role", "region", "aria-label", label, "tabindex", "0");
        page.html().open("table").open("tbody");
        for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
            boolean here = i + 1 == current;
            page.html().open("tr", "class", here ? "here" : null, "aria-current", here ? "true" : null);
            page.html().open("td", "class", "line");
            margin.accept(i + 1);
            page.html().close().element("td", lines.get(i)).close();
        }
        page.html().close().close().close();
    }

    /** The same, with the numbers alone. */
    void write(Page page, String label) {
        write(page, label, line -> page.html().text(String.valueOf(line)));
    }
}
