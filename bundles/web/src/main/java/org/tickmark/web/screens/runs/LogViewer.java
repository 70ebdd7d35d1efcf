package org.tickmark.web.screens.runs;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;

/**
 * A log from its end, or around a line. While the run goes on, the page says from where to go on, and a browser asks for nothing but what has come since
 * ({@code from}). Level and search are the command's.
 */
final class LogViewer {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final int FIRST_LINES = 200;
    private static final int MOST_LINES = 1000;
    private static final int BEFORE_LINE = 100;
    /** How many characters of lines there is room for in the page of a view. */
    private static final int ROOM = 120_000;
    /** What a line takes beside its text. */
    private static final int AROUND = 150;

    private static final List<String> LEVELS = List.of("info", "warn", "error");

    private final Page page;
    private final ViewCall call;
    private final Html html;
    private final String id;
    private final boolean grows;

    /**
     * A viewer.
     *
     * @param grows whether the run still writes
     */
    LogViewer(Page page, String id, boolean grows) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
        this.id = id;
        this.grows = grows;
    }

    void write() {
        long end = lines("--tail=1").stream()
                .mapToLong(line -> line.number("number"))
                .findFirst()
                .orElse(0);
        Optional<Long> from = number("from");
        boolean atEnd = number("before").isEmpty() && number("line").isEmpty();
        List<Facts> lines = asked(from, end);
        List<Facts> shown = from.isPresent() ? fittingFirst(lines) : fittingLast(lines);
        boolean goesOn = grows && atEnd;
        if (goesOn) {
            call.goesOn();
        }
        html.element("h3", page.text("log.title"), "id", "log");
        fields();
        bar(shown, goesOn, !atEnd);
        boolean cut = from.isPresent() && (shown.size() < lines.size() || lines.size() == MOST_LINES);
        long next = cut ? last(shown).orElse(end) : end;
        html.open(
                "div",
                "id",
                "log-lines",
                "class",
                "log-lines",
                "tabindex",
                "0",
                "role",
                "log",
                "aria-live",
                "off",
                "aria-label",
                page.text("log.title"),
                "data-more",
                goesOn ? call.link(with("from", String.valueOf(next))) : null);
        shown.forEach(this::line);
        html.close();
        if (shown.isEmpty() && from.isEmpty()) {
            html.element("p", page.text(end == 0 ? "log.empty" : "log.none"), "id", "log-none", "class", "empty");
        }
    }

    // ---------------------------------------------------------------- what is read

    private List<Facts> asked(Optional<Long> from, long end) {
        List<String> words = new ArrayList<>();
        level().ifPresent(level -> words.add("--level=" + level));
        search().ifPresent(search -> words.add("--search=" + search));
        Optional<Long> line = number("line");
        Optional<Long> before = number("before");
        if (from.isPresent()) {
            words.addAll(List.of("--after=" + from.get(), "--before=" + (end + 1), "--limit=" + MOST_LINES));
        } else if (line.isPresent()) {
            words.addAll(List.of("--after=" + Math.max(0, line.get() - BEFORE_LINE), "--limit=" + wanted()));
        } else {
            words.addAll(List.of("--before=" + before.orElse(end + 1), "--tail=" + wanted()));
        }
        return lines(words.toArray(String[]::new));
    }

    private List<Facts> lines(String... options) {
        List<String> words = new ArrayList<>(List.of("run", "log"));
        words.addAll(List.of(options));
        words.addAll(List.of("--", id));
        return Facts.list(call.ask(words.toArray(String[]::new)).document().orElse(List.of()));
    }

    private static List<Facts> fittingFirst(List<Facts> lines) {
        int room = ROOM;
        int count = 0;
        while (count < lines.size() && (room -= size(lines.get(count))) > 0) {
            count++;
        }
        return lines.subList(0, count);
    }

    private static List<Facts> fittingLast(List<Facts> lines) {
        int room = ROOM;
        int first = lines.size();
        while (first > 0 && (room -= size(lines.get(first - 1))) > 0) {
            first--;
        }
        return lines.subList(first, lines.size());
    }

    private static int size(Facts line) {
        return line.text("text").length() * 5 / 4 + AROUND;
    }

    private static Optional<Long> last(List<Facts> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1).number("number"));
    }

    private int wanted() {
        return (int) Math.min(MOST_LINES, Math.max(1, number("lines").orElse((long) FIRST_LINES)));
    }

    private Optional<Long> number(String name) {
        return call.parameter(name).filter(text -> text.matches("\\d{1,9}")).map(Long::valueOf);
    }

    private Optional<String> level() {
        return call.parameter("level").filter(LEVELS::contains).filter(level -> !level.equals("info"));
    }

    private Optional<String> search() {
        return call.parameter("search").filter(text -> !text.isBlank());
    }

    // ---------------------------------------------------------------- what is written

    private Map<String, String> with(String name, String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(ViewCall.OPEN, id);
        level().ifPresent(level -> parameters.put("level", level));
        search().ifPresent(search -> parameters.put("search", search));
        if (!name.isEmpty()) {
            parameters.put(name, value);
        }
        return parameters;
    }

    private void fields() {
        html.open("form", "class", "filter acts", "method", "get", "action", call.link(Map.of()));
        html.open("input", "type", "hidden", "name", ViewCall.OPEN, "value", id);
        html.open("label").text(page.text("log.level") + " ").open("select", "name", "level");
        for (String level : LEVELS) {
            html.element(
                    "option",
                    page.text("log.level." + level),
                    "value",
                    level,
                    "selected",
                    level.equals(level().orElse("info")) ? "selected" : null);
        }
        html.close().close();
        html.open("label").text(page.text("log.search") + " ");
        html.open("input", "type", "search", "name", "search", "value", search().orElse(""))
                .close();
        html.element("button", page.text("log.show")).close();
    }

    private void bar(List<Facts> shown, boolean goesOn, boolean elsewhere) {
        html.open("div", "class", "acts");
        if (!shown.isEmpty()) {
            boolean isFirst = shown.get(0).number("number") == 1;
            html.element(
                    "a",
                    page.text("log.earlier"),
                    "id",
                    "log-earlier",
                    "class",
                    "button",
                    "href",
                    earlier(shown),
                    "hidden",
                    isFirst ? "hidden" : null);
        }
        if (elsewhere) {
            html.element("a", page.text("log.end"), "class", "button", "href", call.link(with("", "")));
        }
        if (goesOn) {
            toggle("log-follow", "log.follow");
        }
        toggle("log-wrap", "log.wrap");
        html.element(
                "a",
                page.text("log.raw"),
                "class",
                "button",
                "href",
                "/runs/" + id + "/log",
                "download",
                "run-" + id + ".log");
        html.element("span", page.text("log.zone", call.zone().getId()), "class", "empty")
                .close();
    }

    /** A button of JavaScript, without which it is not there. */
    private void toggle(String button, String label) {
        html.element(
                "button", page.text(label), "type", "button", "id", button, "aria-pressed", "true", "hidden", "hidden");
    }

    /** As much again and as much before it; once a page holds no more, what goes before. */
    private String earlier(List<Facts> shown) {
        int wanted = wanted();
        boolean full = wanted == MOST_LINES || shown.size() < wanted;
        if (full || number("line").isPresent() || number("before").isPresent()) {
            return call.link(with("before", String.valueOf(shown.get(0).number("number"))));
        }
        return call.link(with("lines", String.valueOf(Math.min(MOST_LINES, 2 * wanted))));
    }

    private void line(Facts line) {
        String number = line.text("number");
        String level = line.text("level");
        boolean here = call.parameter("line").filter(number::equals).isPresent();
        html.open("p", "id", "L" + number, "class", "is-" + level + (here ? " here" : ""));
        html.element("a", number, "href", call.link(Map.of(ViewCall.OPEN, id, "line", number)) + "#L" + number);
        String mark = level.equals("info") ? "" : page.text("log.mark." + level) + " ";
        html.text(" " + TIME.format(Instant.parse(line.text("at")).atZone(call.zone())) + " " + mark
                        + line.text("text"))
                .close();
    }
}
