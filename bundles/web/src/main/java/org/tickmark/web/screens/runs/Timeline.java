package org.tickmark.web.screens.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;

/** Runs that belong together as bars over one time; the table beside it says the same. */
final class Timeline {
    private static final int WIDTH = 1000;
    private static final int ROW = 18;
    private static final int MOST = 40;

    private final List<Bar> bars;

    /**
     * A timeline.
     *
     * @param related the answer of {@code run related}
     * @param opened the run that is marked
     */
    Timeline(Table related, String opened) {
        List<String> names = related.columns().stream().map(Column::name).toList();
        this.bars = related.rows().stream()
                .map(row -> bar(row, names, opened))
                .filter(Objects::nonNull)
                .limit(MOST)
                .toList();
    }

    private record Bar(String name, String state, boolean opened, Instant from, Instant to) {}

    private static Bar bar(List<Object> row, List<String> names, String opened) {
        if (!(row.get(names.indexOf("started_at")) instanceof Instant from)) {
            return null;
        }
        Instant to = row.get(names.indexOf("ended_at")) instanceof Instant ended ? ended : from;
        String key = String.valueOf(row.get(0));
        String state = row.get(names.indexOf("state")) instanceof Message message ? message.id() : "";
        return new Bar(key + " " + row.get(names.indexOf("task")), state, key.equals(opened), from, to);
    }

    void write(Html html, String label) {
        if (bars.isEmpty()) {
            return;
        }
        Instant first = bars.stream().map(Bar::from).min(Instant::compareTo).orElseThrow();
        Instant last = bars.stream()
                .flatMap(bar -> Stream.of(bar.from(), bar.to()))
                .max(Instant::compareTo)
                .orElseThrow();
        double whole = Math.max(1, Duration.between(first, last).toMillis());
        html.open(
                "svg",
                "class",
                "timeline",
                "role",
                "img",
                "aria-label",
                label,
                "viewbox",
                "0 0 " + WIDTH + " " + ROW * bars.size(),
                "preserveaspectratio",
                "none");
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            long x = Math.round(Duration.between(first, bar.from()).toMillis() / whole * WIDTH);
            long width = Math.round(Duration.between(bar.from(), bar.to()).toMillis() / whole * WIDTH);
            html.open(
                            "rect",
                            "class",
                            "bar-" + bar.state() + (bar.opened() ? " here" : ""),
                            "x",
                            String.valueOf(Math.min(x, WIDTH - 4)),
                            "y",
                            String.valueOf(i * ROW + 2),
                            "width",
                            String.valueOf(Math.max(4, width)),
                            "height",
                            String.valueOf(ROW - 4))
                    .element("title", bar.name())
                    .close();
        }
        html.close();
    }
}
