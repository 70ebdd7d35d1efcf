package org.tickmark.web.screens.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;

/** How much begins in each hour of the next day, as a picture and in words; hours in which tasks overlap are marked. */
final class LoadStrip {
    private static final int MOST_HOURS = 25;
    private static final int NAMES = 5;
    private static final int WIDTH = 30;
    private static final int HEIGHT = 48;
    private static final int MARKS = 14;
    private static final int LABELS = 16;

    private final Page page;
    private final Html html;
    private final List<Hour> hours;

    private LoadStrip(Page page, List<Hour> hours) {
        this.page = page;
        this.html = page.html();
        this.hours = hours;
    }

    /**
     * An hour.
     *
     * @param starts how many runs begin
     * @param atOnce how many are under way at the same time at most
     * @param names the tasks that begin
     */
    private record Hour(Instant begin, long starts, long atOnce, List<String> names) {
        static Optional<Hour> of(Facts facts) {
            return facts.moment("hour")
                    .map(begin ->
                            new Hour(begin, facts.number("starts"), facts.number("at_once"), facts.texts("tasks")));
        }

        boolean overlaps() {
            return atOnce > 1;
        }
    }

    static void write(Page page, CommandResult outlook) {
        List<Hour> hours = Facts.list(outlook.document().orElse(List.of())).stream()
                .limit(MOST_HOURS)
                .flatMap(facts -> Hour.of(facts).stream())
                .toList();
        if (!hours.isEmpty()) {
            new LoadStrip(page, hours).write();
        }
    }

    private void write() {
        long starts = hours.stream().mapToLong(Hour::starts).sum();
        long overlapping = hours.stream().filter(Hour::overlaps).count();
        String summary = page.text("load", page.call().zone().getId(), starts, overlapping);
        html.open("section", "class", "load", "aria-label", page.text("load.title"));
        html.element("p", summary);
        if (starts > 0) {
            picture(summary);
            words();
        }
        html.close();
    }

    private void picture(String summary) {
        int width = hours.size() * WIDTH;
        int height = MARKS + HEIGHT + LABELS;
        html.open("svg", "viewbox", "0 0 " + width + " " + height, "role", "img", "aria-label", summary);
        long most = hours.stream().mapToLong(Hour::starts).max().orElse(1);
        for (int i = 0; i < hours.size(); i++) {
            bar(hours.get(i), i * WIDTH, most);
        }
        html.open("path", "d", "M0 " + (MARKS + HEIGHT) + "H" + width, "class", "axis")
                .close();
        html.close();
    }

    private void bar(Hour hour, int left, long most) {
        long tall = hour.starts() == 0 ? hour.atOnce() > 0 ? 2 : 0 : Math.max(4, hour.starts() * HEIGHT / most);
        if (tall > 0) {
            html.open(
                    "rect",
                    "x",
                    String.valueOf(left + 3),
                    "y",
                    String.valueOf(MARKS + HEIGHT - tall),
                    "width",
                    String.valueOf(WIDTH - 6),
                    "height",
                    String.valueOf(tall),
                    "class",
                    hour.overlaps() ? "overlap" : null);
            html.element("title", told(hour)).close();
        }
        if (hour.overlaps()) {
            label("×" + hour.atOnce(), left, (int) (MARKS + HEIGHT - tall - 3));
        }
        int clock = hour.begin().atZone(page.call().zone()).getHour();
        if (clock % 3 == 0) {
            label(page.moment(hour.begin(), clock == 0 ? "EEE" : "HH"), left, MARKS + HEIGHT + LABELS - 3);
        }
    }

    private void label(String words, int left, int base) {
        html.element(
                "text",
                words,
                "x",
                String.valueOf(left + WIDTH / 2),
                "y",
                String.valueOf(base),
                "text-anchor",
                "middle");
    }

    /** The same for who does not see the picture, or wants the names. */
    private void words() {
        html.open("details").element("summary", page.text("load.words")).open("ul");
        hours.stream()
                .filter(hour -> hour.atOnce() > 0 || hour.starts() > 0)
                .forEach(hour -> html.element("li", told(hour)));
        html.close().close();
    }

    private String told(Hour hour) {
        List<String> parts = new ArrayList<>();
        List<String> names = hour.names();
        String few = String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
                + (names.size() > NAMES ? ", …" : "");
        parts.add(page.text("load.hour", page.moment(hour.begin(), "EEE HH:mm"), hour.starts(), few));
        if (hour.overlaps()) {
            parts.add(page.text("load.overlap", hour.atOnce()));
        }
        return String.join("; ", parts);
    }
}
