package org.tickmark.web.work;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Texts;

/**
 * Rows as a table of a page, filtered, sorted and cut into pages here: the whole set is looked through, and fifty rows are sent. What is wanted stands in the
 * address: {@code q} a text that a row holds, {@code sort} a column, with a hyphen before it from the last to the first, {@code page} a number from 1.
 */
final class Listing {
    private static final int LONGEST_WORD = 25;
    private static final int ROWS = 50;
    private static final String FILTER = ViewCall.HOLDING;
    private static final String SORT = "sort";
    private static final String PAGE = "page";

    private final Table table;
    private final Place place;
    private final Function<String, String> heading;
    private final Function<List<Object>, List<String>> cells;
    private final Rows rows;

    /**
     * A listing.
     *
     * @param heading what a column is called
     * @param cells the values of a row for people
     */
    Listing(
            Table table,
            Place place,
            Function<String, String> heading,
            Function<List<Object>, List<String>> cells,
            Rows rows) {
        this.table = table;
        this.place = place;
        this.heading = heading;
        this.cells = cells;
        this.rows = rows;
    }

    /**
     * Where it stands.
     *
     * @param path of the page
     * @param asked the parameters of the page
     */
    record Place(String path, Parameters asked, Locale locale) {}

    /**
     * Writes all rows as a page of a longer list, which is filtered and cut already.
     *
     * @param acts as for the whole list
     * @param next the key after which the next page begins; empty if this is the last one
     */
    void writePage(Html html, Optional<BiConsumer<Html, String>> acts, Optional<String> next) {
        boolean fromTheBeginning = asked(ViewCall.AFTER).isEmpty();
        html.open("div", "class", "listing");
        filterForm(html);
        if (table.rows().isEmpty()) {
            html.element("p", text("list.empty"), "class", "empty");
        } else {
            html.open("div", "class", "scroll").open("table").open("thead").open("tr");
            table.columns()
                    .forEach(column -> html.element(
                            "th", heading.apply(column.name()), "scope", "col", "class", PlainTable.kind(column, "")));
            headOfActs(html, acts);
            html.close().close().open("tbody");
            table.rows().forEach(row -> row(html, row, acts));
            html.close().close().close();
        }
        if (!fromTheBeginning || next.isPresent()) {
            html.open("nav", "class", "paging", "aria-label", text("list.pages"));
            if (!fromTheBeginning) {
                html.element(
                        "a",
                        text("list.first"),
                        "href",
                        place.asked().with(ViewCall.AFTER, "").on(place.path()));
            }
            next.ifPresent(key -> html.element(
                    "a",
                    text("list.on"),
                    "rel",
                    "next",
                    "href",
                    place.asked().with(ViewCall.AFTER, key).on(place.path())));
            html.close();
        }
        html.close();
    }

    /**
     * Writes it.
     *
     * @param acts writes what is in one more column of a row, whose first value is given; empty if there is none
     */
    void write(Html html, Optional<BiConsumer<Html, String>> acts) {
        List<List<Object>> found = sorted(filtered());
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int page = Math.min(pages, Math.max(1, number(asked(PAGE))));
        html.open("div", "class", "listing");
        if (table.rows().size() > 1 || asked(FILTER).isPresent()) {
            filterForm(html);
        }
        if (found.isEmpty()) {
            html.element("p", text("list.empty"), "class", "empty");
        } else {
            html.open("div", "class", "scroll").open("table");
            head(html, acts);
            html.open("tbody");
            found.subList((page - 1) * ROWS, Math.min(found.size(), page * ROWS))
                    .forEach(row -> row(html, row, acts));
            html.close().close().close();
            paging(html, found.size(), page, pages);
        }
        html.close();
    }

    private Optional<String> asked(String parameter) {
        return place.asked().first(parameter);
    }

    private Stream<List<Object>> filtered() {
        Optional<String> wanted = asked(FILTER).map(text -> text.toLowerCase(place.locale()));
        return table.rows().stream().filter(row -> wanted.isEmpty() || holds(row, wanted.get()));
    }

    private boolean holds(List<Object> row, String wanted) {
        return cells.apply(row).stream()
                .anyMatch(cell -> cell.toLowerCase(place.locale()).contains(wanted));
    }

    private List<List<Object>> sorted(Stream<List<Object>> found) {
        String sort = asked(SORT).orElse("");
        boolean backwards = sort.startsWith("-");
        int column = index(backwards ? sort.substring(1) : sort);
        if (column < 0) {
            return found.toList();
        }
        Comparator<Object> values = values();
        Comparator<Object> order = Comparator.nullsLast(backwards ? values.reversed() : values);
        return found.sorted((one, other) -> order.compare(one.get(column), other.get(column)))
                .toList();
    }

    private int index(String name) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).name().equals(name))
                .findFirst()
                .orElse(-1);
    }

    private Comparator<Object> values() {
        Collator collator = Collator.getInstance(place.locale());
        return (one, other) -> compare(one, other, collator);
    }

    /** Values of a column are of one type; texts come in the order of the reader's language. */
    private int compare(Object one, Object other, Collator collator) {
        if (one instanceof Comparable<?> && !(one instanceof String) && one.getClass() == other.getClass()) {
            @SuppressWarnings("unchecked") // Of the same class as the other.
            Comparable<Object> comparable = (Comparable<Object>) one;
            return comparable.compareTo(other);
        }
        return collator.compare(words(one), words(other));
    }

    private String words(Object value) {
        return value instanceof Message message ? message.text(place.locale()) : value.toString();
    }

    private static int number(Optional<String> text) {
        return text.filter(digits -> digits.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    private void filterForm(Html html) {
        html.open(
                "form",
                "method",
                "get",
                "action",
                place.path(),
                "class",
                "filter",
                "role",
                "search",
                "aria-label",
                text("list.filter.go"));
        place.asked().values().forEach((name, texts) -> {
            if (!List.of(FILTER, PAGE, ViewCall.AFTER).contains(name)) {
                texts.forEach(value -> html.open("input", "type", "hidden", "name", name, "value", value));
            }
        });
        html.open("label").text(text("list.filter") + " ");
        html.open(
                        "input",
                        "type",
                        "search",
                        "name",
                        FILTER,
                        "value",
                        asked(FILTER).orElse(""))
                .close();
        html.element("button", text("list.filter.go")).close();
    }

    private void head(Html html, Optional<BiConsumer<Html, String>> acts) {
        html.open("thead").open("tr");
        String sort = asked(SORT).orElse("");
        for (Column column : table.columns()) {
            boolean up = sort.equals(column.name());
            boolean down = sort.equals("-" + column.name());
            String next = up ? "-" + column.name() : column.name();
            html.open(
                    "th",
                    "scope",
                    "col",
                    "class",
                    PlainTable.kind(column, ""),
                    "aria-sort",
                    up ? "ascending" : down ? "descending" : null);
            html.element(
                    "a",
                    heading.apply(column.name()),
                    "href",
                    place.asked().with(SORT, next).with(PAGE, "").on(place.path()));
            html.close();
        }
        headOfActs(html, acts);
        html.close().close();
    }

    private void headOfActs(Html html, Optional<BiConsumer<Html, String>> acts) {
        if (acts.isPresent()) {
            html.element("th", text("list.acts"), "scope", "col");
        }
    }

    private void row(Html html, List<Object> row, Optional<BiConsumer<Html, String>> acts) {
        List<String> texts = cells.apply(row);
        String key = String.valueOf(row.get(0));
        boolean open =
                rows == Rows.OPEN && asked(ViewCall.OPEN).filter(key::equals).isPresent();
        html.open("tr", "class", open ? "open" : null);
        for (int i = 0; i < texts.size(); i++) {
            html.open(
                    "td",
                    "class",
                    PlainTable.kind(table.columns().get(i), texts.get(i)),
                    "data-label",
                    heading.apply(table.columns().get(i).name()));
            if (i == 0 && rows == Rows.OPEN) {
                html.element(
                        "a",
                        texts.get(0),
                        "href",
                        place.asked().with(ViewCall.OPEN, key).on(place.path()),
                        "aria-current",
                        open ? "true" : null);
            } else if (row.get(i) instanceof Message message && isWord(texts.get(i))) {
                html.element("span", texts.get(i), "class", "word is-" + lastWord(message.id()));
            } else {
                html.text(texts.get(i));
            }
            html.close();
        }
        acts.ifPresent(writer -> {
            html.open("td", "class", "acts");
            writer.accept(html, key);
            html.close();
        });
        html.close();
    }

    /** Whether a text says how something is, rather than telling of it. */
    private static boolean isWord(String text) {
        return text.length() <= LONGEST_WORD;
    }

    /** The last word of an id, such as {@code failed}: what a style sheet knows of the value. */
    private static String lastWord(String id) {
        return id.substring(id.lastIndexOf('.') + 1)
                .replaceAll("[^A-Za-z0-9-]", "-")
                .toLowerCase(Locale.ROOT);
    }

    private void paging(Html html, int found, int page, int pages) {
        int from = (page - 1) * ROWS + 1;
        html.open("nav", "class", "paging", "aria-label", text("list.pages"));
        if (page > 1) {
            html.element(
                    "a",
                    text("list.back"),
                    "rel",
                    "prev",
                    "href",
                    place.asked().with(PAGE, String.valueOf(page - 1)).on(place.path()));
        }
        html.element("span", text("list.shown", from, Math.min(found, page * ROWS), found));
        if (page < pages) {
            html.element(
                    "a",
                    text("list.on"),
                    "rel",
                    "next",
                    "href",
                    place.asked().with(PAGE, String.valueOf(page + 1)).on(place.path()));
        }
        html.close();
    }

    private String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(place.locale());
    }
}
