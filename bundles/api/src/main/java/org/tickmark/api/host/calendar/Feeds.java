package org.tickmark.api.host.calendar;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;

/**
 * Feeds: series and appointments for programs that know a secret, and for nobody else. Whoever may see appointments may add feeds, and see and end
 * their own; those of others take {@link org.tickmark.api.Permission#USER_EDIT}. Every change is audited. Safe for use from many threads.
 *
 * <p>What cannot be done is a {@link org.tickmark.api.TickmarkException}: {@code calendar.invalid} for values that are wrong,
 * {@code calendar.feed-large} for a feed that would say too much.
 */
@ProviderType
public interface Feeds {
    /** How long a feed lasts if nothing else is said. */
    Duration USUAL = Duration.ofDays(366);

    /** How long a feed lasts at most. */
    Duration LONGEST = Duration.ofDays(5 * 366);

    /** How far a feed reaches back or ahead at most, in days. */
    int MOST_DAYS = 3_660;

    /** How many series and appointments a feed tells at most. */
    int MOST_ITEMS = 5_000;

    /** How many characters of particulars a feed tells at most. */
    int MOST_CHARACTERS = 10_000_000;

    /**
     * A feed just added.
     *
     * @param feed what is kept of it
     * @param secret what programs show to read it, which is not to be had again
     */
    record Issued(Feed feed, String secret) {
        @Override
        public String toString() {
            return feed.toString();
        }
    }

    /**
     * Adds a feed.
     *
     * @param label what it is called, 1 to 100 characters
     * @param owner whose appointments it tells; empty for everybody's
     * @param daysBack 0 to {@value #MOST_DAYS}
     * @param daysAhead 1 to {@value #MOST_DAYS}
     * @param lasts from a minute to {@link #LONGEST}
     */
    Issued add(Caller caller, String label, Optional<String> owner, int daysBack, int daysAhead, Duration lasts);

    /** The feeds that have not ended: those of all for who may change users, else the caller's own; the newest first. */
    List<Feed> feeds(Caller caller);

    /** Ends a feed; false if there is none of this number that the caller may see. */
    boolean revoke(Caller caller, long id);

    /**
     * What a feed says just now, for who may see it. It is not counted as used.
     *
     * @return empty if there is none of this number that the caller may see
     */
    Optional<FeedText> show(Caller caller, long id, CalendarFormat format);

    /**
     * What a program reads that shows a secret. A series that has an appointment in the feed's days is told as a whole, as its rule with what was changed
     * by hand.
     *
     * @return empty if it is no secret of a feed, or that has ended
     */
    Optional<FeedText> read(String secret, CalendarFormat format);
}
