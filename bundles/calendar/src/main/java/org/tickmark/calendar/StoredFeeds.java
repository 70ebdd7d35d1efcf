package org.tickmark.calendar;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.Feed;
import org.tickmark.api.host.calendar.FeedText;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.calendar.FeedItems.Told;
import org.tickmark.calendar.ics.IcsWriter;
import org.tickmark.calendar.ics.Jcal;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.kit.hash.Sha256;

/** Feeds in the table {@code calendar_feed}. */
final class StoredFeeds implements Feeds {
    private static final String PREFIX = "tmf_";
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_SECRET = 100;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    /** A use is noted when the one noted before is older. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final ZoneId home;
    private final Showing showing;

    /**
     * Feeds of a database.
     *
     * @param clock tells the time, and the zone of the calendar
     */
    StoredFeeds(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.home = clock.getZone();
        this.showing = new Showing(home);
    }

    @Override
    public Issued add(
            Caller caller, String label, Optional<String> owner, int daysBack, int daysAhead, Duration lasts) {
        caller.require(Permission.CALENDAR_READ);
        require(LABEL.matcher(label).matches(), "label", "feed.label", label, "1–100");
        requireDays("days-back", 0, daysBack);
        requireDays("days-ahead", 1, daysAhead);
        boolean isTime = lasts.compareTo(SHORTEST) >= 0 && lasts.compareTo(LONGEST) <= 0;
        require(isTime, "lasts", "feed.lasts", lasts.toString(), SHORTEST + " – " + LONGEST);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Feed feed = new Feed(
                0, label, owner, daysBack, daysAhead, caller.identity(), now, now.plus(lasts), Optional.empty());
        String secret = secret();
        long id = transactions.inTransaction(tx -> {
            FeedTable.deleteEnded(tx.connection(), now);
            long added = FeedTable.insert(tx.connection(), feed, Sha256.hex(secret));
            tell(tx, caller, "feed.add", added, feed);
            return added;
        });
        return new Issued(numbered(feed, id), secret);
    }

    private static void requireDays(String where, int least, int days) {
        require(days >= least && days <= MOST_DAYS, where, "feed.days", String.valueOf(days), least + "–" + MOST_DAYS);
    }

    private static void require(boolean right, String where, String rule, String found, String expected) {
        if (!right) {
            throw CalendarTexts.invalid(where, rule)
                    .found(found)
                    .expected(expected)
                    .exception();
        }
    }

    /** 256 bits that nobody can guess, so that one round of hashing is enough to keep them by. */
    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Feed numbered(Feed feed, long id) {
        return new Feed(
                id,
                feed.label(),
                feed.owner(),
                feed.daysBack(),
                feed.daysAhead(),
                feed.madeBy(),
                feed.createdAt(),
                feed.expiresAt(),
                feed.lastUsed());
    }

    private void tell(Tx tx, Caller caller, String action, long id, Feed feed) throws SQLException {
        Map<String, String> details = Map.of(
                "label", feed.label(),
                "owner", feed.owner().orElse(""),
                "expires", feed.expiresAt().toString());
        audit.append(tx, caller, new Audit.Act("calendar", action, "feed/" + id, details));
    }

    @Override
    public List<Feed> feeds(Caller caller) {
        caller.require(Permission.CALENDAR_READ);
        List<Feed> all = transactions.reading(tx -> FeedTable.all(tx.connection(), clock.instant()));
        return all.stream().filter(feed -> maySee(caller, feed)).toList();
    }

    private static boolean maySee(Caller caller, Feed feed) {
        return feed.madeBy().equals(caller.identity()) || caller.may(Permission.USER_EDIT);
    }

    @Override
    public boolean revoke(Caller caller, long id) {
        caller.require(Permission.CALENDAR_READ);
        return transactions.inTransaction(tx -> {
            Optional<Feed> feed = seen(tx, caller, id);
            if (feed.isPresent()) {
                FeedTable.delete(tx.connection(), id);
                tell(tx, caller, "feed.revoke", id, feed.get());
            }
            return feed.isPresent();
        });
    }

    private Optional<Feed> seen(Tx tx, Caller caller, long id) throws SQLException {
        return FeedTable.find(tx.connection(), id, clock.instant()).filter(feed -> maySee(caller, feed));
    }

    @Override
    public Optional<FeedText> show(Caller caller, long id, CalendarFormat format) {
        caller.require(Permission.CALENDAR_READ);
        return transactions.reading(tx -> text(tx, seen(tx, caller, id), format));
    }

    @Override
    public Optional<FeedText> read(String secret, CalendarFormat format) {
        if (!secret.startsWith(PREFIX) || secret.length() > LONGEST_SECRET) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Feed> feed = transactions.reading(tx -> FeedTable.withHash(tx.connection(), Sha256.hex(secret), now));
        feed.filter(kept -> kept.lastUsed()
                        .map(used -> used.plus(NOTED).isBefore(now))
                        .orElse(true))
                .ifPresent(kept -> note(kept, now));
        return transactions.reading(tx -> text(tx, feed, format));
    }

    private void note(Feed feed, Instant now) {
        transactions.inTransaction(tx -> {
            FeedTable.used(tx.connection(), feed.id(), now);
            return feed;
        });
    }

    private Optional<FeedText> text(Tx tx, Optional<Feed> feed, CalendarFormat format) throws SQLException {
        return feed.isEmpty() ? Optional.empty() : Optional.of(text(tx, feed.get(), format));
    }

    private FeedText text(Tx tx, Feed feed, CalendarFormat format) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), home);
        Instant from = start(today.minusDays(feed.daysBack()));
        Instant to = start(today.plusDays(feed.daysAhead()));
        List<Told> items = new FeedItems(tx.connection(), showing).between(from, to, feed.owner());
        IcsWriter writer = new IcsWriter(feed.createdAt(), to, home).named(feed.label());
        items.forEach(told -> writer.changed(told.changedAt())
                .add(told.stored().item(), told.stored().ref().uid()));
        String lines = writer.text();
        String text = format == CalendarFormat.JCAL ? Jcal.of(lines) : lines;
        Instant changed = FeedTable.lastChange(tx.connection()).orElse(feed.createdAt());
        Instant day = start(today);
        Instant modified = (changed.isAfter(day) ? changed : day).truncatedTo(ChronoUnit.SECONDS);
        return new FeedText(format, text, Sha256.hex(text), modified);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(home).toInstant();
    }
}
