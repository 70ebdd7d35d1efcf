package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.BusyTime;
import org.tickmark.api.host.calendar.Clash;
import org.tickmark.api.host.calendar.Clashes;
import org.tickmark.api.host.calendar.Clearing;
import org.tickmark.api.host.calendar.ClearingLimits;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Meetings;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.api.host.calendar.ReadReply;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.host.calendar.SlotSearch;
import org.tickmark.calendar.Finding.Found;
import org.tickmark.calendar.Writing.Target;
import org.tickmark.calendar.ics.FileAttendees;
import org.tickmark.calendar.ics.ItipReader;
import org.tickmark.calendar.people.Busy;
import org.tickmark.calendar.people.Crossing;
import org.tickmark.calendar.people.Crossing.Met;
import org.tickmark.calendar.people.DayWindow;
import org.tickmark.calendar.people.FreeTime;
import org.tickmark.calendar.people.Moves;
import org.tickmark.calendar.people.People;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Drafts;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Who;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;

/** People and resources of the appointments in the database. */
final class StoredMeetings implements Meetings {
    private static final int MOST_WORDS = 500;
    private static final Duration MOST_BLOCKED = Duration.ofDays(8);
    private static final Duration LONGEST_RANGE = Duration.ofDays(800);

    private final Transactions transactions;
    private final Events events;
    private final Keeper keeper;
    private final Clock clock;
    private final ZoneId home;

    /**
     * People of the appointments of a database.
     *
     * @param clock tells the time, and the zone of the calendar
     */
    StoredMeetings(Transactions transactions, Events events, Keeper keeper, Clock clock) {
        this.transactions = transactions;
        this.events = events;
        this.keeper = keeper;
        this.clock = clock;
        this.home = clock.getZone();
    }

    // Who takes part

    @Override
    public List<Participant> participants(Caller caller, AppointmentKey key) {
        caller.require(Permission.CALENDAR_READ);
        return transactions.reading(tx -> {
            Found found = new Finding(tx.connection()).require(key);
            return found.stored()
                    .item()
                    .content()
                    .occurrence(found.original())
                    .map(StoredMeetings::participants)
                    .orElse(List.of());
        });
    }

    /** Those who are asked here, then those whom a file names and who are not. */
    private static List<Participant> participants(Occurrence one) {
        List<Participant> all =
                new ArrayList<>(People.of(one.fields(), one.original().wallClock()));
        Set<String> asked = Who.in(one.fields());
        FileAttendees.of(one.fields()).stream()
                .filter(attendee -> !asked.contains(attendee.who()))
                .forEach(all::add);
        return all;
    }

    @Override
    public Saved answer(Caller caller, AppointmentKey key, String who, Answer answer, Reach reach, String comment) {
        caller.require(Permission.CALENDAR_READ);
        String name = who.isEmpty() ? caller.identity() : who;
        if (comment.length() > MOST_WORDS) {
            throw CalendarTexts.invalid("comment", "field.length")
                    .found(Integer.toString(comment.length()))
                    .expected("0–" + MOST_WORDS)
                    .exception();
        }
        events.propose(new Proposal(
                "calendar.answer", key.toString(), caller, Map.of("who", name, "answer", answer.word()), Set.of()));
        Directory directory = keeper.directory();
        return transactions.inTransaction(tx -> {
            Found found = new Finding(tx.connection()).locked(key);
            if (!name.equals(caller.identity())) {
                Owning.require(caller, found.stored().item().owner());
            }
            Given given = new Given(name, answer, reach, found.original(), clock.instant(), comment);
            return answered(tx, directory, caller, found.stored(), given);
        });
    }

    /** An answer to keep, and when it was written. */
    private record Given(String who, Answer answer, Reach reach, Moment date, Instant at, String comment) {}

    private Saved answered(Tx tx, Directory directory, Caller caller, StoredItem stored, Given given)
            throws SQLException {
        requireAsked(stored, given.who(), given.reach() == Reach.THIS ? Optional.of(given.date()) : Optional.empty());
        LocalDateTime date = given.date().wallClock();
        boolean whole = given.reach() == Reach.ALL || !(stored.item().content() instanceof Series);
        Item item = People.answered(
                stored.item(),
                given.who(),
                whole ? Optional.empty() : Optional.of(date),
                whole || given.reach() == Reach.FOLLOWING,
                given.answer(),
                given.at().truncatedTo(ChronoUnit.MILLIS),
                given.comment());
        Target target = new Target(stored.ref().id(), 0, item);
        Saved saved = keeper.write(tx, directory, caller, "answer", List.of(stored), List.of(target), Optional.empty());
        events.record(
                tx,
                caller,
                "calendar.answered",
                stored.ref().subject(),
                Map.of(
                        "who", given.who(),
                        "answer", given.answer().word(),
                        "date", whole ? "" : date.toString(),
                        "reach", given.reach().name().toLowerCase(Locale.ROOT),
                        "comment", given.comment()));
        return saved;
    }

    private static void requireAsked(StoredItem stored, String who, Optional<Moment> date) {
        boolean asked = date.isPresent()
                ? stored.item()
                        .content()
                        .occurrence(date.get())
                        .filter(one -> Who.in(one.fields()).contains(who))
                        .isPresent()
                : People.in(stored.item()).contains(who);
        if (!asked) {
            throw CalendarTexts.problem("calendar.reply", "reply.not-asked")
                    .where(stored.ref().subject())
                    .found(who)
                    .expected(String.join(", ", People.in(stored.item())))
                    .exception();
        }
    }

    // Answers that were sent back

    @Override
    public List<ReadReply> reply(Caller caller, String text, String from, boolean dryRun) {
        caller.require(Permission.CALENDAR_EDIT);
        List<ItipReader.Reply> replies = ItipReader.read(text, from);
        if (!dryRun) {
            events.propose(new Proposal("calendar.reply", from, caller, Map.of("who", senders(replies)), Set.of()));
        }
        Directory directory = keeper.directory();
        return transactions.inTransaction(tx -> {
            List<ReadReply> results = new ArrayList<>();
            for (ItipReader.Reply reply : replies) {
                results.add(reply(tx, directory, caller, reply, dryRun));
            }
            return results;
        });
    }

    private static String senders(List<ItipReader.Reply> replies) {
        return replies.stream()
                .map(ItipReader.Reply::address)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private ReadReply reply(Tx tx, Directory directory, Caller caller, ItipReader.Reply reply, boolean dryRun)
            throws SQLException {
        Replying replying = new Replying(tx.connection(), directory, reply);
        StoredItem stored = replying.stored();
        Owning.require(caller, stored.item().owner());
        String who = replying.who(stored);
        Moment date = replying.date(stored);
        String subject = stored.ref().subject();
        if (reply.proposed().isPresent()) {
            String proposed = reply.proposed().get().toString();
            if (!dryRun) {
                keeper.letters(tx, directory, caller).decline(stored, reply, date.wallClock());
                events.record(
                        tx,
                        caller,
                        "calendar.countered",
                        subject,
                        Map.of(
                                "who",
                                who,
                                "date",
                                date.wallClock().toString(),
                                "proposed",
                                proposed,
                                "comment",
                                reply.comment()));
            }
            return new ReadReply(who, subject, CalendarTexts.message("reply.countered", proposed));
        }
        if (!dryRun) {
            Instant at = reply.at().orElseGet(clock::instant);
            Given given = new Given(who, reply.answer(), replying.reach(), date, at, shortened(reply.comment()));
            answered(tx, directory, caller, stored, given);
        }
        return new ReadReply(
                who,
                subject,
                CalendarTexts.message(
                        "reply.taken",
                        CalendarTexts.message("answer." + reply.answer().word())));
    }

    private static String shortened(String comment) {
        return comment.length() <= MOST_WORDS ? comment : comment.substring(0, MOST_WORDS);
    }

    // Free and busy

    @Override
    public List<BusyTime> busy(Caller caller, List<String> who, Instant fromInclusive, Instant toExclusive) {
        caller.require(Permission.CALENDAR_READ);
        requireRange(fromInclusive, toExclusive);
        return transactions.reading(tx -> {
            List<BusyTime> all = new ArrayList<>();
            for (String one : new TreeSet<>(who)) {
                all.addAll(Busy.merged(
                        taken(tx.connection(), one, fromInclusive, toExclusive, Optional.empty()),
                        fromInclusive,
                        toExclusive));
            }
            return all;
        });
    }

    private static void requireRange(Instant from, Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_RANGE) > 0) {
            throw CalendarTexts.invalid("range", "range")
                    .found(from + "/" + to)
                    .expected("PT1S–" + LONGEST_RANGE)
                    .exception();
        }
    }

    private List<BusyTime> taken(Connection connection, String who, Instant from, Instant to, Optional<ItemRef> without)
            throws SQLException {
        return new Taking(connection, home).of(who, from.minus(MOST_BLOCKED), to.plus(MOST_BLOCKED), without);
    }

    @Override
    public Optional<Instant> firstFree(Caller caller, SlotSearch search) {
        caller.require(Permission.CALENDAR_READ);
        requireRange(search.fromInclusive(), search.toExclusive());
        if (search.length().isNegative() || search.length().isZero()) {
            throw CalendarTexts.invalid("length", "length")
                    .found(search.length().toString())
                    .exception();
        }
        DayWindow window = DayWindow.of(search.dayBegins(), search.dayEnds(), search.zone(), search.freeDays());
        List<BusyTime> taken = transactions.reading(tx -> {
            List<BusyTime> all = new ArrayList<>();
            for (String who : new TreeSet<>(search.who())) {
                all.addAll(taken(tx.connection(), who, search.fromInclusive(), search.toExclusive(), Optional.empty()));
            }
            return all;
        });
        return FreeTime.first(
                Busy.together(taken), search.fromInclusive(), search.toExclusive(), search.length(), window);
    }

    // Conflicts

    @Override
    public Clashes clashes(Caller caller, Draft draft, int limit) {
        caller.require(Permission.CALENDAR_READ);
        StoredAppointments.requireLimit(limit);
        Item item = new Item(StoredAppointments.owner(caller, draft), new Drafts(draft, home).content());
        return transactions.reading(tx -> clashes(tx.connection(), item, Optional.empty(), limit));
    }

    @Override
    public Clashes clashes(Caller caller, AppointmentKey key, int limit) {
        caller.require(Permission.CALENDAR_READ);
        StoredAppointments.requireLimit(limit);
        return transactions.reading(tx -> {
            StoredItem stored = new Finding(tx.connection()).require(key).stored();
            return clashes(tx.connection(), stored.item(), Optional.of(stored.ref()), limit);
        });
    }

    private Clashes clashes(Connection connection, Item item, Optional<ItemRef> itself, int limit) throws SQLException {
        Crossing crossing = new Crossing(item, home);
        List<Clash> clashes = new ArrayList<>();
        for (StoredItem neighbour : Neighbours.of(connection, item, itself, home)) {
            crossing.first(neighbour.item()).ifPresent(met -> clashes.add(clash(met, neighbour)));
        }
        clashes.sort(Comparator.comparing(Clash::from)
                .thenComparing(clash -> clash.other().number()));
        return new Clashes(clashes.stream().limit(limit).toList(), clashes.size());
    }

    private static Clash clash(Met met, StoredItem neighbour) {
        boolean isSeries = neighbour.ref().kind() == ItemRef.Kind.SERIES;
        long number = neighbour.ref().id();
        return new Clash(
                met.who(),
                isSeries ? AppointmentKey.of(number, met.other()) : AppointmentKey.of(number),
                isSeries ? number : 0,
                Listing.title(neighbour.item(), met.other()),
                met.original(),
                met.from(),
                met.to());
    }

    @Override
    public Clearing clear(Caller caller, AppointmentKey key, ClearingLimits limits) {
        caller.require(Permission.CALENDAR_READ);
        if (limits.days() < 0 || limits.days() > ClearingLimits.MOST_DAYS) {
            throw CalendarTexts.invalid("days", "limit")
                    .found(Integer.toString(limits.days()))
                    .expected("0–" + ClearingLimits.MOST_DAYS)
                    .exception();
        }
        return transactions.reading(tx -> {
            StoredItem stored = new Finding(tx.connection()).require(key).stored();
            return clear(tx.connection(), stored, limits);
        });
    }

    private Clearing clear(Connection connection, StoredItem stored, ClearingLimits limits) throws SQLException {
        Item item = stored.item();
        List<Occurrence> dates = dates(item);
        if (dates.isEmpty()) {
            return new Clearing(List.of(), List.of(), Optional.empty());
        }
        Duration reach = MOST_BLOCKED.plusDays(limits.days() + 1L);
        Instant from = Dial.instant(dates.get(0).start(), home).minus(reach);
        Instant to = Dial.instant(dates.get(dates.size() - 1).end(), home).plus(reach);
        List<StoredItem> neighbours = Neighbours.of(connection, item, Optional.of(stored.ref()), home);
        Set<LocalDateTime> clashing = new HashSet<>();
        Crossing crossing = new Crossing(item, home);
        for (StoredItem neighbour : neighbours) {
            crossing.between(neighbour.item(), from, to).forEach(met -> clashing.add(met.original()));
        }
        List<BusyTime> others = new ArrayList<>();
        for (String who : Crossing.concerned(item)) {
            others.addAll(new Taking(connection, home).of(who, from, to, Optional.of(stored.ref())));
        }
        ZoneId zone = item.start() instanceof Moment.Zoned zoned ? zoned.zone() : home;
        DayWindow window = DayWindow.of(limits.dayBegins(), limits.dayEnds(), zone, limits.freeDays());
        return new Moves(item, Busy.together(others), limits.days(), window, home)
                .clearing(dates, clashing, shifted -> meetsNothing(connection, shifted, stored.ref()));
    }

    /** The dates from now on, up to where rows end. */
    private List<Occurrence> dates(Item item) {
        Instant now = clock.instant();
        Instant end = Writing.horizon(now, home);
        return item.content()
                .occurrences()
                .dropWhile(one -> Dial.instant(one.end(), home).isBefore(now))
                .takeWhile(one -> Dial.instant(one.start(), home).isBefore(end))
                .limit(Appointments.MOST)
                .toList();
    }

    private boolean meetsNothing(Connection connection, Item item, ItemRef itself) {
        try {
            Crossing crossing = new Crossing(item, home);
            return Neighbours.of(connection, item, Optional.of(itself), home).stream()
                    .allMatch(neighbour -> crossing.first(neighbour.item()).isEmpty());
        } catch (SQLException e) {
            throw new IllegalStateException("Neighbours could not be read", e);
        }
    }
}
