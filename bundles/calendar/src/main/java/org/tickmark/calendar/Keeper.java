package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.host.tasks.ScheduleKind;
import org.tickmark.calendar.ChangeTable.ChangedItem;
import org.tickmark.calendar.Writing.Target;
import org.tickmark.calendar.people.Sequel;
import org.tickmark.calendar.series.Item;

/** Keeps changes: rules, rows and history, audit and events, and letters to those who take part, all in one transaction. */
final class Keeper {
    private static final String STREAM = "calendar";

    private final Audit audit;
    private final Events events;
    private final Outbox outbox;
    private final Users users;
    private final Clock clock;
    private final ZoneId home;

    /**
     * A keeper.
     *
     * @param clock tells the time, and the zone of the calendar
     */
    Keeper(Audit audit, Events events, Outbox outbox, Users users, Clock clock) {
        this.audit = audit;
        this.events = events;
        this.outbox = outbox;
        this.users = users;
        this.clock = clock;
        this.home = clock.getZone();
    }

    /** Where people are written to, as it is now. To be asked for outside any transaction. */
    Directory directory() {
        return Directory.of(users);
    }

    /** The letters of a transaction. */
    Letters letters(Tx tx, Directory directory, Caller caller) {
        return new Letters(outbox, directory, tx, caller, clock.instant(), home);
    }

    /**
     * Puts items in the place of others, keeps the history, and tells of it.
     *
     * @param undone the change whose rows come back
     */
    Saved write(
            Tx tx,
            Directory directory,
            Caller caller,
            String action,
            List<StoredItem> before,
            List<Target> after,
            Optional<Long> undone)
            throws SQLException {
        Connection connection = tx.connection();
        Stamp stamp = new Stamp(
                clock.instant().truncatedTo(ChronoUnit.MICROS), AssociateTable.id(connection, caller.identity()));
        Writing writing = new Writing(connection, home, stamp, before);
        List<Target> numbered =
                after.stream().map(target -> numbered(target, before)).toList();
        Saved saved = writing.replace(
                action, numbered, undone.isPresent() ? ChangeTable.deletedRows(connection, undone.get()) : Map.of());
        for (ChangedItem item : writing.changed()) {
            tell(tx, caller, action, saved.change(), item);
        }
        Letters letters = letters(tx, directory, caller);
        for (StoredItem now : writing.written()) {
            letters.tell(standing(before, now.ref()), Optional.of(now));
        }
        for (StoredItem gone : before) {
            if (standing(writing.written(), gone.ref()).isEmpty()) {
                letters.tell(Optional.of(gone), Optional.empty());
            }
        }
        return saved;
    }

    private static Optional<StoredItem> standing(List<StoredItem> items, ItemRef ref) {
        return items.stream().filter(item -> item.ref().equals(ref)).findFirst();
    }

    private static Target numbered(Target target, List<StoredItem> before) {
        Optional<StoredItem> stood = standing(before, target.ref());
        int revision = stood.map(StoredItem::revision).orElse(target.hadRevision()) + 1;
        boolean returns = stood.isEmpty() && target.hadRevision() > 0;
        Item item = Sequel.numbered(
                stood.map(StoredItem::item), target.item(), revision, returns, UUID.randomUUID() + "@tickmark");
        return new Target(target.id(), target.hadRevision(), item);
    }

    private void tell(Tx tx, Caller caller, String action, long change, ChangedItem item) throws SQLException {
        Map<String, String> details = Map.of("action", action, "change", Long.toString(change));
        String subject = item.ref().subject();
        audit.append(tx, caller, new Audit.Act(STREAM, "appointment." + action, subject, details));
        String topic = item.afterRevision() == 0 ? "calendar.removed" : "calendar.saved";
        events.record(tx, caller, topic, subject, details);
        boolean isNew = item.beforeRevision() == 0 && item.afterRevision() == 1;
        if (item.ref().kind() == ItemRef.Kind.SERIES && !isNew) {
            events.record(
                    tx,
                    caller,
                    ScheduleKind.CHANGED,
                    SeriesSchedule.schedule(item.ref().id()),
                    Map.of());
        }
    }
}
