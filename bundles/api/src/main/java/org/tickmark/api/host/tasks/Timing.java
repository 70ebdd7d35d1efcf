package org.tickmark.api.host.tasks;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * When a task runs by itself.
 *
 * @param schedule a rule as {@code recurrence} writes it ({@code task:weekly on MO at 06:30}, {@code cron:0 6 * * 1-5},
 *     {@code RRULE:…}), the fields of a cron expression, words in a language of Tickmark's, or times that another bundle looks after
 *     ({@code series:3}, see {@link ScheduleKind}; their zone goes before this one); saved in its canonical text. Minutes and
 *     hours in words are elapsed time. Empty: never
 * @param zone name of the zone whose clocks it goes by, such as {@code Europe/Oslo}
 * @param gap what becomes of a time that clocks leave out
 * @param overlap what becomes of a time that clocks show twice
 * @param start nothing before this, by the clocks of the zone; what counts from a start counts from here. Empty: no bound; saved
 *     with when it was saved, to the minute, where the schedule counts from a start
 * @param end nothing at or after this
 * @param calendar name of the calendar of working days that {@code freeDays} goes by; empty: no day is free
 * @param freeDays what becomes of a time on a free day
 * @param jitter at most this long each run is put off, by a span that is always the same for the same occurrence and never reaches
 *     the next one; zero or more
 * @param catchUp what becomes of times that went by while nothing could run
 */
public record Timing(
        String schedule,
        String zone,
        Gap gap,
        Overlap overlap,
        Optional<LocalDateTime> start,
        Optional<LocalDateTime> end,
        Optional<String> calendar,
        FreeDays freeDays,
        Duration jitter,
        CatchUp catchUp) {
    /** What becomes of a time that clocks leave out. */
    public enum Gap {
        /** It is moved on by the length of the gap: 02:30 becomes 03:30. */
        SHIFT,
        /** It becomes the first time after the gap. */
        FIRST_VALID,
        /** It does not occur. */
        SKIP
    }

    /** What becomes of a time that clocks show twice. */
    public enum Overlap {
        /** The first counts; but a schedule that names no hours, such as every 15 minutes, goes on through both. */
        FIRST,
        /** The second counts. */
        SECOND,
        /** Both count. */
        BOTH
    }

    /** What becomes of a time on a free day. */
    public enum FreeDays {
        /** It stays. */
        RUN,
        /** It is left out, and history says so. */
        LEAVE_OUT,
        /** It moves to the working day before. */
        BEFORE,
        /** It moves to the next working day. */
        AFTER
    }

    /**
     * What becomes of times that went by while nothing could run.
     *
     * @param policy which of them run
     * @param window nothing that was due longer ago runs, from a minute on, since what is less late is merely late. Empty: a day,
     *     but one period of the schedule at most for {@link Policy#LATEST}, and a minute for {@link Policy#NONE}
     * @param most at most so many run, the latest ones, from 1 to 1,000; for {@link Policy#ALL}
     */
    public record CatchUp(Policy policy, Optional<Duration> window, int most) {
        /** Which of the times that went by run. */
        public enum Policy {
            /** None but what is merely late. */
            NONE,
            /** The latest. */
            LATEST,
            /** All, the oldest first. */
            ALL,
            /** One run stands for all of them. */
            COALESCE
        }

        /** The latest within one period. */
        public static final CatchUp USUAL = new CatchUp(Policy.LATEST, Optional.empty(), 1);

        public CatchUp {
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(window, "window");
        }
    }

    public Timing {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(overlap, "overlap");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(freeDays, "freeDays");
        Objects.requireNonNull(jitter, "jitter");
        Objects.requireNonNull(catchUp, "catchUp");
    }

    /** A schedule with what is usual. */
    public static Timing of(String schedule, String zone) {
        return new Timing(
                schedule,
                zone,
                Gap.SHIFT,
                Overlap.FIRST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FreeDays.RUN,
                Duration.ZERO,
                CatchUp.USUAL);
    }

    /** Never by itself. */
    public static Timing never(String zone) {
        return of("", zone);
    }
}
