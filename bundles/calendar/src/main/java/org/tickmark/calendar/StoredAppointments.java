package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Departure;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.ImportedCalendar;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.Repetition;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.calendar.ChangeTable.ChangedItem;
import org.tickmark.calendar.Finding.Found;
import org.tickmark.calendar.Writing.Target;
import org.tickmark.calendar.ics.IcsReader;
import org.tickmark.calendar.ics.IcsReader.ReadCalendar;
import org.tickmark.calendar.ics.IcsReader.ReadItem;
import org.tickmark.calendar.ics.IcsWriter;
import org.tickmark.calendar.ics.Jcal;
import org.tickmark.calendar.people.Sequel;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.Drafts;
import org.tickmark.calendar.series.Editing;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.ItemText;
import org.tickmark.calendar.series.Outcome;
import org.tickmark.calendar.series.Uids;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;

/** Keeps appointments in the database. */
final class StoredAppointments implements Appointments {
    /** The rule of what does not repeat, when its dates are listed. */
    private static final String ONCE = "pattern:daily times 1";

    private static final String EDIT = "calendar.edit";

    /** Code of the problem that the owner has another item of the same name (UID). */
    static final String TAKEN = "calendar.taken";

    private final Transactions transactions;
    private final Events events;
    private final Keeper keeper;
    private final Clock clock;
    private final ZoneId home;
    private final Showing showing;

    /**
     * Appointments of a database.
     *
     * @param clock tells the time, and the zone of the calendar
     */
    StoredAppointments(Transactions transactions, Events events, Keeper keeper, Clock clock) {
        this.transactions = transactions;
        this.events = events;
        this.keeper = keeper;
        this.clock = clock;
        this.home = clock.getZone();
        this.showing = new Showing(home);
    }

    // What there is

    @Override
    public List<Appointment> between(
            Caller caller, Instant fromInclusive, Instant toExclusive, Optional<String> owner, int limit) {
        caller.require(Permission.CALENDAR_READ);
        requireLimit(limit);
        return transactions.reading(tx -> between(tx.connection(), fromInclusive, toExclusive, owner, limit));
    }

    private List<Appointment> between(
            Connection connection, Instant fromInclusive, Instant toExclusive, Optional<String> owner, int limit)
            throws SQLException {
        Optional<Long> associate = Optional.empty();
        if (owner.isPresent()) {
            associate = AssociateTable.find(connection, owner.get());
            if (associate.isEmpty()) {
                return List.of();
            }
        }
        List<Appointment> found = new ArrayList<>();
        AppointmentTable.between(connection, fromInclusive, toExclusive, associate, limit)
                .forEach(row -> found.add(showing.of(row)));
        RuleTable.rowsEndingBefore(connection, toExclusive, associate)
                .forEach(rule -> found.addAll(showing.of(rule, fromInclusive, toExclusive, limit)));
        return found.stream()
                .sorted(Comparator.comparing(Appointment::startsAt)
                        .thenComparing(appointment -> appointment.key().number()))
                .limit(limit)
                .toList();
    }

    static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw CalendarTexts.invalid("limit", "limit")
                    .found(Integer.toString(limit))
                    .expected("1–" + MOST)
                    .exception();
        }
    }

    @Override
    public Optional<Appointment> appointment(Caller caller, AppointmentKey key) {
        caller.require(Permission.CALENDAR_READ);
        return transactions.reading(tx -> key.original().isEmpty()
                ? AppointmentTable.find(tx.connection(), key.number()).map(showing::of)
                : new Finding(tx.connection()).find(key).flatMap(this::occurrence));
    }

    private Optional<Appointment> occurrence(Found found) {
        StoredItem stored = found.stored();
        return stored.item().content().occurrence(found.original()).map(one -> showing.of(stored, one));
    }

    @Override
    public Optional<Repetition> repetition(Caller caller, long series) {
        caller.require(Permission.CALENDAR_READ);
        return transactions
                .reading(tx -> RuleTable.find(tx.connection(), series))
                .map(rule -> Repetitions.of(rule.stored(), caller.locale()));
    }

    @Override
    public DateList dates(Caller caller, Draft draft, int limit) {
        caller.require(Permission.CALENDAR_READ);
        requireLimit(limit);
        Drafts drafts = new Drafts(draft.rule().isEmpty() ? draft.repeating(ONCE) : draft, home);
        Series plain = drafts.plain().orElseThrow();
        Item item = new Item(owner(caller, draft), drafts.adjusted().orElseThrow());
        return transactions.reading(
                tx -> listing(tx, caller, draft.holidays(), limit).list(plain, item, Optional.empty()));
    }

    @Override
    public DateList dates(Caller caller, long series, String holidays, int limit) {
        caller.require(Permission.CALENDAR_READ);
        requireLimit(limit);
        return transactions.reading(tx -> {
            StoredItem stored = new Finding(tx.connection()).requireSeries(series);
            return listing(tx, caller, holidays, limit)
                    .list((Series) stored.item().content(), stored.item(), Optional.of(stored.ref()));
        });
    }

    private Listing listing(Tx tx, Caller caller, String holidays, int limit) {
        return new Listing(tx.connection(), caller, holidays, limit, home);
    }

    // What is done

    @Override
    public Saved add(Caller caller, Draft draft) {
        Item item = decided(caller, draft);
        Directory directory = keeper.directory();
        return transactions.inTransaction(tx -> {
            requireNew(tx.connection(), item);
            return keeper.write(
                    tx, directory, caller, "add", List.of(), List.of(new Target(0, 0, item)), Optional.empty());
        });
    }

    /** Of what is added under a name (UID) its owner has no other of that name. */
    private static void requireNew(Connection connection, Item item) throws SQLException {
        Optional<String> uid = Uids.of(item);
        if (uid.isPresent()
                && new Exchange(connection)
                        .standing(new ReadItem(uid.get(), item))
                        .isPresent()) {
            throw CalendarTexts.problem(TAKEN, "uid.taken").found(uid.get()).exception();
        }
    }

    /** The item of a draft, as before-handlers let it pass. */
    private Item decided(Caller caller, Draft draft) {
        Owning.require(caller, owner(caller, draft));
        Map<String, String> proposed = ItemText.write(item(caller, draft));
        Proposal decided = events.propose(
                new Proposal("calendar.add", "appointment", caller, proposed, ProposedFields.CHANGEABLE));
        return item(caller, ProposedFields.decided(draft, proposed, decided));
    }

    private Item item(Caller caller, Draft draft) {
        return new Item(owner(caller, draft), new Drafts(draft, home).content());
    }

    static String owner(Caller caller, Draft draft) {
        return draft.owner().isEmpty() ? caller.identity() : draft.owner();
    }

    @Override
    public Preview preview(Caller caller, Edit edit) {
        caller.require(Permission.CALENDAR_READ);
        return transactions.reading(tx -> preview(tx, edit));
    }

    private static Preview preview(Tx tx, Edit edit) throws SQLException {
        Finding finding = new Finding(tx.connection());
        Found found = finding.require(edit.key());
        finding.requireSeen(found.stored(), edit.revision());
        return outcome(finding, found, edit.action()).preview(found.stored().revision());
    }

    private static Outcome outcome(Finding finding, Found found, Edit.Action action) throws SQLException {
        return action instanceof Edit.Join join
                ? Editing.join(series(found.stored()), series(finding.requireSeries(join.following())))
                : Editing.of(found.stored().item(), found.original(), action);
    }

    private static Series series(StoredItem stored) {
        if (stored.item().content() instanceof Series series) {
            return series;
        }
        throw CalendarTexts.refused("ALONE").exception();
    }

    @Override
    public Saved apply(Caller caller, Edit edit) {
        caller.require(Permission.CALENDAR_EDIT);
        Preview preview = transactions.reading(tx -> {
            Owning.require(
                    caller,
                    new Finding(tx.connection())
                            .require(edit.key())
                            .stored()
                            .item()
                            .owner());
            return preview(tx, edit);
        });
        Map<String, String> proposed = fields(edit, preview);
        Set<String> changeable = edit.action() instanceof Edit.Change ? ProposedFields.CHANGEABLE : Set.of();
        Proposal decided = events.propose(new Proposal(EDIT, edit.key().toString(), caller, proposed, changeable));
        Directory directory = keeper.directory();
        return transactions.inTransaction(
                tx -> apply(tx, directory, caller, ProposedFields.decided(edit, proposed, decided)));
    }

    private static Map<String, String> fields(Edit edit, Preview preview) {
        Map<String, String> fields = new TreeMap<>();
        if (edit.action() instanceof Edit.Change change) {
            fields.putAll(ProposedFields.named(change.fields()));
        }
        fields.put("action", action(edit.action()));
        fields.put("effect", preview.sentence().toString());
        return fields;
    }

    private Saved apply(Tx tx, Directory directory, Caller caller, Edit edit) throws SQLException {
        Finding finding = new Finding(tx.connection());
        Found found = finding.locked(edit.key());
        finding.requireSeen(found.stored(), edit.revision());
        List<StoredItem> before = new ArrayList<>(List.of(found.stored()));
        if (edit.action() instanceof Edit.Join join) {
            before.add(finding.lockedSeries(join.following()));
        }
        for (StoredItem stored : before) {
            Owning.require(caller, stored.item().owner());
        }
        Outcome outcome = outcome(finding, found, edit.action());
        List<Target> targets = targets(found.stored(), outcome).stream()
                .map(target -> edit.action() instanceof Edit.Join ? target : askedAnew(found.stored(), target))
                .toList();
        return keeper.write(tx, directory, caller, action(edit.action()), before, targets, Optional.empty());
    }

    private Target askedAnew(StoredItem edited, Target target) {
        Item item = Sequel.askedAnew(edited.item(), target.item(), clock.instant());
        return new Target(target.id(), target.hadRevision(), item);
    }

    private static String action(Edit.Action action) {
        return action.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The first piece of the same kind goes on under the number of what was edited. */
    private static List<Target> targets(StoredItem edited, Outcome outcome) {
        List<Target> targets = new ArrayList<>();
        boolean taken = false;
        for (Piece piece : outcome.pieces()) {
            boolean keepsName = outcome.pieces().size() == 1;
            boolean goesOn = !taken && ItemRef.Kind.of(piece) == edited.ref().kind();
            taken |= goesOn;
            targets.add(new Target(
                    goesOn ? edited.ref().id() : 0,
                    0,
                    new Item(edited.item().owner(), goesOn || keepsName ? piece : Uids.without(piece))));
        }
        return targets;
    }

    @Override
    public Saved undo(Caller caller, long change) {
        caller.require(Permission.CALENDAR_EDIT);
        events.propose(new Proposal(EDIT, "change/" + change, caller, Map.of("action", "undo"), Set.of()));
        Directory directory = keeper.directory();
        return transactions.inTransaction(tx -> undo(tx, directory, caller, change));
    }

    private Saved undo(Tx tx, Directory directory, Caller caller, long change) throws SQLException {
        List<ChangedItem> items = ChangeTable.items(tx.connection(), change);
        if (items.isEmpty()) {
            throw CalendarTexts.problem("calendar.unknown", "change.unknown")
                    .found(Long.toString(change))
                    .exception();
        }
        Finding finding = new Finding(tx.connection());
        List<StoredItem> standing = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (ChangedItem item : items) {
            finding.lockedAsLeft(item).ifPresent(standing::add);
            item.before()
                    .ifPresent(texts ->
                            targets.add(new Target(item.ref().id(), item.beforeRevision(), ItemText.read(texts))));
        }
        for (StoredItem stored : standing) {
            Owning.require(caller, stored.item().owner());
        }
        for (Target target : targets) {
            Owning.require(caller, target.item().owner());
        }
        return keeper.write(tx, directory, caller, "undo", standing, targets, Optional.of(change));
    }

    // Files

    @Override
    public String exportText(Caller caller, List<Long> series, Optional<String> owner, CalendarFormat format) {
        caller.require(Permission.CALENDAR_READ);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        IcsWriter writer = new IcsWriter(now, Writing.horizon(now, home), home);
        List<StoredItem> items = transactions.reading(tx -> new Exchange(tx.connection()).items(series, owner));
        items.forEach(stored -> writer.add(stored.item(), stored.ref().uid()));
        return format == CalendarFormat.JCAL ? Jcal.of(writer.text()) : writer.text();
    }

    @Override
    public ImportedCalendar importText(Caller caller, String text, String from, String owner, boolean dryRun) {
        Owning.require(caller, owner.isEmpty() ? caller.identity() : owner);
        ReadCalendar read = IcsReader.read(text, from, owner.isEmpty() ? caller.identity() : owner);
        events.propose(new Proposal("calendar.import", from, caller, Map.of("owner", owner), Set.of()));
        Directory directory = keeper.directory();
        return transactions.inTransaction(tx -> {
            Exchange exchange = new Exchange(tx.connection());
            for (ReadItem item : exchange.fitting(read, Writing.horizon(clock.instant(), home), home)) {
                Optional<StoredItem> standing = exchange.standing(item);
                if (exchange.changes(item, standing) && !dryRun) {
                    List<Target> target = List.of(exchange.target(item, standing));
                    keeper.write(
                            tx, directory, caller, "import", standing.stream().toList(), target, Optional.empty());
                }
            }
            return exchange.result();
        });
    }

    // Keeping rows and rules together

    @Override
    public List<Departure> check(Caller caller, boolean mend) {
        caller.require(mend ? Permission.CALENDAR_EDIT_ALL : Permission.CALENDAR_READ);
        return mend
                ? transactions.inTransaction(tx -> new Checking(tx.connection(), home).mend())
                : transactions.reading(tx -> new Checking(tx.connection(), home).check());
    }

    /** Keeps what people are found by of items that are older than that; tells of how many. */
    int complete() {
        return transactions.inTransaction(tx -> new Checking(tx.connection(), home).complete());
    }

    /** Makes the rows of series without end that their rules will need soon; tells of how many series. */
    int rollForward() {
        Instant horizon = Writing.horizon(clock.instant(), home);
        return transactions.inTransaction(tx -> new Checking(tx.connection(), home).roll(horizon));
    }
}
