package org.tickmark.web.screens.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.work.Notices;

/** Collects what there is on some days. The runs of a task on one day are one entry. */
final class Entries {
    /** How many appointments, and how many runs, are looked through at most. */
    static final int MOST = 2000;

    private static final Set<String> BAD = Set.of("failed", "timed-out", "lost", "missed");

    private final Page page;
    private final ViewCall call;
    private final List<LocalDate> days;
    private final List<Entry> found = new ArrayList<>();
    private final Map<String, Runs> runs = new LinkedHashMap<>();

    Entries(Page page, List<LocalDate> days) {
        this.page = page;
        this.call = page.call();
        this.days = days;
    }

    /** All of them, in order. */
    List<Entry> all() {
        runs.values().forEach(one -> found.add(one.entry(page)));
        return found.stream()
                .filter(entry -> days.contains(entry.day()))
                .sorted(Entry.ORDER)
                .toList();
    }

    private LocalDate first() {
        return days.get(0);
    }

    private LocalDate end() {
        return days.get(days.size() - 1).plusDays(1);
    }

    private ZonedDateTime here(String instant) {
        return Instant.parse(instant).atZone(call.zone());
    }

    // ---------------------------------------------------------------- appointments

    /**
     * Adds the appointments.
     *
     * @param owner whose; empty for everybody's
     * @return the same as rows
     */
    Table appointments(String owner) {
        List<String> words =
                new ArrayList<>(List.of("cal", "list", "--limit=" + MOST, "--from=" + first(), "--to=" + end()));
        if (!owner.isEmpty()) {
            words.add("--owner=" + owner);
        }
        CommandResult result = call.ask(words.toArray(String[]::new));
        Facts.list(result.document().orElse(List.of())).forEach(this::appointment);
        return result.table().orElseGet(() -> Table.under(List.of()).build());
    }

    private void appointment(Facts told) {
        String name = new Facts(told.map("fields")).text("title");
        String title = name.isEmpty() ? "–" : name;
        Map<String, String> address = new LinkedHashMap<>(Map.of(ViewCall.OPEN, told.text("id")));
        if (!told.text("series").isEmpty()) {
            address.put(AppointmentPage.SERIES, told.text("series"));
        }
        if (told.is("all_day")) {
            LocalDate.parse(told.text("start"))
                    .datesUntil(LocalDate.parse(told.text("end")))
                    .forEach(day -> found.add(entry(day, "", "", title, address)));
            return;
        }
        ZonedDateTime start = here(told.text("starts_at"));
        ZonedDateTime end = here(told.text("ends_at"));
        LocalDate last = end.isAfter(start) ? end.minusNanos(1).toLocalDate() : start.toLocalDate();
        start.toLocalDate().datesUntil(last.plusDays(1)).forEach(day -> {
            String time = day.equals(start.toLocalDate()) ? Days.time(start.toLocalDateTime()) : "";
            String until = day.equals(last) ? Days.time(end.toLocalDateTime()) : "";
            found.add(entry(day, time, until, title, address));
        });
    }

    private Entry entry(LocalDate day, String time, String until, String title, Map<String, String> address) {
        return new Entry(
                Layer.APPOINTMENTS,
                day,
                time,
                until,
                title,
                "",
                Layer.APPOINTMENTS.sign(),
                false,
                call.view(),
                address);
    }

    // ---------------------------------------------------------------- runs

    /** Adds the runs that are to come. */
    void planned(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, call.zone());
        boolean begun = !first().isAfter(today);
        long ahead = ChronoUnit.DAYS.between(begun ? today : first(), end());
        if (ahead > 0) {
            List<String> words = new ArrayList<>(List.of("task", "outlook", "--days=" + ahead));
            if (!begun) {
                words.add("--from=" + first());
            }
            rows(words, "start", Layer.PLANNED);
        }
    }

    /** Adds the runs that were. */
    void past(Instant now) {
        if (first().atStartOfDay(call.zone()).toInstant().isBefore(now)) {
            rows(List.of("run", "list", "--limit=" + MOST, "--since=" + first()), "nominal", Layer.PAST);
        }
    }

    /** What a command tells of runs; if it cannot, the others are shown all the same. */
    private void rows(List<String> words, String time, Layer layer) {
        Optional<Table> told;
        try {
            told = call.ask(words.toArray(String[]::new)).table();
        } catch (TickmarkException refused) {
            Notices.card(page.html(), refused.problem(), page.locale());
            return;
        }
        told.ifPresent(table -> {
            if (table.rows().size() >= MOST && layer == Layer.PAST) {
                page.html().element("p", page.text("cut.runs", MOST), "class", "card warning");
            }
            table.rows().forEach(row -> run(table, row, time, layer));
        });
    }

    private void run(Table table, List<Object> row, String time, Layer layer) {
        if (value(table, row, time) instanceof Instant at) {
            ZonedDateTime start = at.atZone(call.zone());
            String task = String.valueOf(value(table, row, "task"));
            runs.computeIfAbsent(
                            layer + " " + start.toLocalDate() + " " + task,
                            key -> new Runs(layer, start.toLocalDate(), task))
                    .add(start, value(table, row, "id"), value(table, row, "state"), page);
        }
    }

    private static Object value(Table table, List<Object> row, String column) {
        for (int i = 0; i < row.size(); i++) {
            if (table.columns().get(i).name().equals(column)) {
                return row.get(i);
            }
        }
        return null;
    }

    /** The runs of a task on a day. */
    private static final class Runs {
        private final Layer layer;
        private final LocalDate day;
        private final String task;
        private final Map<String, String> states = new TreeMap<>();
        private String time = "";
        private String id = "";
        private int count;

        Runs(Layer layer, LocalDate day, String task) {
            this.layer = layer;
            this.day = day;
            this.task = task;
        }

        void add(ZonedDateTime start, Object number, Object state, Page page) {
            count++;
            String clock = Days.time(start.toLocalDateTime());
            time = time.isEmpty() || clock.compareTo(time) < 0 ? clock : time;
            id = number == null ? "" : String.valueOf(number);
            if (state instanceof Message message) {
                states.put(message.id(), message.text(page.locale()));
            }
        }

        Entry entry(Page page) {
            String title = count == 1 ? task : task + " × " + count;
            return layer == Layer.PLANNED
                    ? new Entry(
                            layer,
                            day,
                            time,
                            "",
                            title,
                            page.text("says.planned"),
                            layer.sign(),
                            false,
                            "tasks",
                            Map.of(ViewCall.OPEN, task))
                    : new Entry(
                            layer,
                            day,
                            time,
                            "",
                            title,
                            String.join(", ", states.values()),
                            sign(),
                            hasFailed(),
                            "runs",
                            count == 1 ? Map.of(ViewCall.OPEN, id) : Map.of(ViewCall.HOLDING, task));
        }

        private boolean hasFailed() {
            return states.keySet().stream().anyMatch(BAD::contains);
        }

        private String sign() {
            if (hasFailed()) {
                return "✕";
            }
            return states.keySet().equals(Set.of("succeeded")) ? layer.sign() : "•";
        }
    }
}
