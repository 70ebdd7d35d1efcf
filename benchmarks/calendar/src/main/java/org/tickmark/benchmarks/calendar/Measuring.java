package org.tickmark.benchmarks.calendar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.ParserException;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.benchmarks.kit.TickmarkStore;
import org.tickmark.calendar.CalendarComponent;
import org.tickmark.platform.database.Store;

/** Stores the series, compares what months show with what ical4j makes of them, and then measures. */
final class Measuring {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final int COMPARED = 5;
    private static final double NANOS_OF_A_MILLI = 1_000_000;

    private final Workload workload;
    private final int asked;
    private final Random random;
    private final Map<String, Double> values = new LinkedHashMap<>();

    private Measuring(Workload workload, int asked) {
        this.workload = workload;
        this.asked = asked;
        this.random = new Random(workload.seed());
    }

    /**
     * Measures.
     *
     * @param asked how often each question is asked, after half as often to warm up
     * @param file where the database is
     */
    static Figures figures(Workload workload, int asked, Path file) throws Exception {
        Measuring measuring = new Measuring(workload, asked);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Database database = new Database(Database.Store.H2, Database.H2_FILE + file);
        try (Store store =
                TickmarkStore.open(database, clock, Map.of("org.tickmark.calendar", CalendarComponent.class))) {
            return measuring.figures(new Views(store.transactions(), clock));
        }
    }

    private Figures figures(Views views) throws IOException, ParserException {
        long start = System.nanoTime();
        for (int person = 0; person < workload.people(); person++) {
            views.add(workload.file(person), Workload.name(person));
        }
        values.put("stored in s", (System.nanoTime() - start) / NANOS_OF_A_MILLI / 1000);
        Optional<String> departure = departure(views);
        if (departure.isPresent()) {
            return Figures.refused(departure.get());
        }
        measure("month of a person", asked, () -> views.month(month(), Optional.of(person()))
                .size());
        measure("month of everybody", Math.max(1, asked / 10), () -> views.month(month(), Optional.empty())
                .size());
        measure("conflicts of an endless series", asked, () -> views.conflicts(slot(), person(), List.of())
                .total());
        List<String> everybody =
                IntStream.range(0, workload.people()).mapToObj(Workload::name).toList();
        measure("conflicts of an endless series of everybody", Math.max(1, asked / 10), () -> views.conflicts(
                        slot(), person(), everybody)
                .total());
        Ical4j peer = new Ical4j(workload.file(0));
        measure("month of a person, ical4j", Math.max(1, asked / 10), () -> peer.starts(month())
                .size());
        return Figures.of(values);
    }

    /** The first month that shows other starts than ical4j finds. */
    private Optional<String> departure(Views views) throws IOException, ParserException {
        for (int i = 0; i < COMPARED; i++) {
            int person = random.nextInt(workload.people());
            Ical4j peer = new Ical4j(workload.file(person));
            for (int j = 0; j < COMPARED; j++) {
                YearMonth month = month();
                List<Instant> ours = views.month(month, Optional.of(Workload.name(person))).stream()
                        .map(Appointment::startsAt)
                        .toList();
                List<Instant> theirs = peer.starts(month);
                if (!ours.equals(theirs)) {
                    return Optional.of("in " + month + " " + Workload.name(person) + " has " + ours.size()
                            + " appointments, and by ical4j " + theirs.size());
                }
            }
        }
        return Optional.empty();
    }

    private YearMonth month() {
        return YearMonth.from(Workload.FIRST).plusMonths(random.nextInt(12 * Workload.YEARS));
    }

    private String person() {
        return Workload.name(random.nextInt(workload.people()));
    }

    private LocalDateTime slot() {
        return LocalDateTime.of(2026, 12, 1, 7, 0).plusDays(random.nextInt(5)).plusHours(random.nextInt(10));
    }

    /** A question that is asked over and over. */
    @FunctionalInterface
    private interface Question {
        int rows();
    }

    private void measure(String what, int times, Question question) {
        for (int i = 0; i < times / 2; i++) {
            question.rows();
        }
        List<Double> millis = new ArrayList<>();
        long rows = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            rows += question.rows();
            millis.add((System.nanoTime() - start) / NANOS_OF_A_MILLI);
        }
        millis.sort(null);
        values.put(what + ": rows", (double) rows / times);
        values.put(what + ": p50 ms", millis.get(times / 2));
        values.put(what + ": p95 ms", millis.get(times * 95 / 100));
        values.put(what + ": max ms", millis.get(times - 1));
    }
}
