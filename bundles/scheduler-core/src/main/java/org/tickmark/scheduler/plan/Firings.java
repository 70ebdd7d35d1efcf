package org.tickmark.scheduler.plan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.Tasks.Firing;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.recurrence.Sequence;

/** The times at which a timing lets a task run, by the same code that fires, with what is special about each. */
public final class Firings {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Firings.class);

    private final Timing timing;
    private final ZoneId zone;
    private final Times times;
    private final Optional<Sequence> wallClock;
    private final Sequence unmoved;

    private Firings(Compiled compiled) {
        this.timing = compiled.timing();
        this.zone = compiled.zone();
        this.times = compiled.times();
        this.wallClock = compiled.wallClock();
        this.unmoved = compiled.unmoved();
    }

    /**
     * Those of a timing.
     *
     * @param savedAt where a schedule counts from that counts from a start, and has none
     * @param locale the language that words are probably in
     * @throws org.tickmark.api.TickmarkException with code {@code task.invalid} if it cannot be read
     */
    public static Firings of(Timing timing, Instant savedAt, Locale locale) {
        return of(timing, Optional.empty(), savedAt, locale);
    }

    /**
     * Those of a timing that may name times which another bundle looks after.
     *
     * @param kept those times; empty where there are none
     */
    public static Firings of(Timing timing, Optional<Kept> kept, Instant savedAt, Locale locale) {
        return new Firings(Compiled.of(ScheduleText.canonical(timing, savedAt, locale), kept, savedAt));
    }

    /** The first ones at or after a moment, at most so many. */
    public List<Firing> from(Instant inclusive, int most) {
        List<Firing> firings = new ArrayList<>();
        long from = inclusive.getEpochSecond() + (inclusive.getNano() == 0 ? 0 : 1);
        for (long time = times.nextKept(from); time != Times.NONE && firings.size() < most; ) {
            firings.add(firing(Instant.ofEpochSecond(time)));
            time = times.nextKept(time + 1);
        }
        return firings;
    }

    private Firing firing(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return new Firing(local, timing.zone(), instant, note(instant, local).map(MESSAGES::message));
    }

    private Optional<String> note(Instant instant, LocalDateTime local) {
        if (wallClock.isEmpty()) {
            return Optional.empty();
        }
        if (!wallClock.get().contains(local.toEpochSecond(ZoneOffset.UTC))) {
            return Optional.of(timing.gap() == Timing.Gap.FIRST_VALID ? "firing.first-valid" : "firing.gap");
        }
        if (!unmoved.contains(instant.getEpochSecond())) {
            return Optional.of("firing.moved");
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() < 2) {
            return Optional.empty();
        }
        boolean isFirst = zone.getRules().getOffset(instant).equals(offsets.get(0));
        return Optional.of(isFirst ? "firing.first" : "firing.second");
    }
}
