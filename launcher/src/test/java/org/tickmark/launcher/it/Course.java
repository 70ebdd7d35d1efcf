package org.tickmark.launcher.it;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tickmark.launcher.it.Moment.Sign;

/** How long what takes in a night run that nobody disturbs; from it, moments are chosen that are spread over the whole of a run. */
final class Course {
    /** As long as a step takes that is no reading: a commit, a rename. */
    private static final long STEP_NANOS = 4_000_000;

    private final List<Event> events;
    private final long length;

    private Course(List<Event> events, long length) {
        this.events = List.copyOf(events);
        this.length = length;
    }

    /** What was seen, and how long after the start. */
    private record Event(Sign sign, int count, long at) {}

    /** Looks at a run until it ends. */
    static Course of(Night night, Running running) throws IOException {
        long start = System.nanoTime();
        List<Event> events = new ArrayList<>();
        int claimed = 0;
        int archived = 0;
        try (Changes changes = night.changes()) {
            while (running.isAlive()) {
                while (claimed < night.claimed()) {
                    events.add(new Event(Sign.CLAIMED, ++claimed, System.nanoTime() - start));
                }
                while (archived < night.archived()) {
                    events.add(new Event(Sign.ARCHIVED, ++archived, System.nanoTime() - start));
                }
                changes.await();
            }
        }
        return new Course(events, System.nanoTime() - start);
    }

    /**
     * A moment of a run that has still to do what follows.
     *
     * @param claimed how many files earlier runs have taken
     * @param archived how many files earlier runs have archived
     */
    Moment moment(Random random, int claimed, int archived) {
        List<Event> left = events.stream()
                .filter(event -> event.count() > (event.sign() == Sign.CLAIMED ? claimed : archived))
                .toList();
        int kind = random.nextInt(8);
        if (kind < 2 || left.isEmpty()) {
            return new Moment(Sign.START, 0, upTo(random, length));
        }
        if (kind == 2 && archived == 0) {
            return new Moment(Sign.REPORTED, 1, upTo(random, STEP_NANOS));
        }
        Event event = left.get(random.nextInt(left.size()));
        return new Moment(event.sign(), event.count(), upTo(random, kind < 5 ? STEP_NANOS : gapAfter(event)));
    }

    private long gapAfter(Event event) {
        return events.stream()
                        .mapToLong(Event::at)
                        .filter(at -> at > event.at())
                        .min()
                        .orElse(length)
                - event.at();
    }

    private static long upTo(Random random, long nanos) {
        return (long) (random.nextDouble() * nanos);
    }

    @Override
    public String toString() {
        return "%.1f s, the first file taken after %.1f s, the last archived after %.1f s"
                .formatted(
                        length / 1e9,
                        events.get(0).at() / 1e9,
                        events.get(events.size() - 1).at() / 1e9);
    }
}
