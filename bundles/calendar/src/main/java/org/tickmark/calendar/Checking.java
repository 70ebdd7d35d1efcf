package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.calendar.Departure;
import org.tickmark.calendar.AppointmentTable.NewRow;
import org.tickmark.calendar.Rewriting.Wanted;
import org.tickmark.calendar.RuleTable.Derived;
import org.tickmark.calendar.RuleTable.StoredRule;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.RowImage;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Single;

/** Compares rows with what the rules say, and makes them so. For one transaction. */
final class Checking {
    /** Rows are made ahead again when so much of their time is gone. */
    private static final Duration STEP = Duration.ofDays(30);

    private final Connection connection;
    private final ZoneId home;
    private final List<Departure> departures = new ArrayList<>();

    Checking(Connection connection, ZoneId home) {
        this.connection = connection;
        this.home = home;
    }

    List<Departure> check() throws SQLException {
        for (long id : RuleTable.ids(connection)) {
            compare(RuleTable.find(connection, id).orElseThrow());
        }
        List<StoredRow> alone = AppointmentTable.alone(connection);
        for (StoredRow row : alone) {
            if (!row.holds(image(row))) {
                depart(0, row.image().original(), "row.different");
            }
            requireHours(row.single(), row.image().original().toString());
        }
        requirePeople(alone);
        for (StoredRow row : AppointmentTable.orphans(connection)) {
            depart(row.image().series(), row.image().original(), "row.orphan");
        }
        return List.copyOf(departures);
    }

    private void compare(StoredRule rule) throws SQLException {
        long id = rule.stored().ref().id();
        if (!RuleTable.derived(connection, id).equals(Derived.of(rule.series()))) {
            departures.add(new Departure(id, "rule", CalendarTexts.message("rule.different")));
        }
        requireHours(rule.stored(), "rule");
        Map<LocalDateTime, StoredRow> rows = new HashMap<>();
        List<StoredRow> standing = AppointmentTable.ofSeries(connection, id);
        requirePeople(standing);
        for (StoredRow row : standing) {
            if (rows.put(row.image().original(), row) != null) {
                depart(id, row.image().original(), "row.twice");
            }
        }
        for (Wanted wanted : wanted(rule)) {
            RowImage image = wanted.row().image();
            StoredRow row = rows.remove(image.original());
            if (row == null) {
                depart(id, image.original(), "row.missing");
            } else if (!row.holds(image)) {
                depart(id, image.original(), "row.different");
            }
        }
        rows.keySet().stream().sorted().forEach(original -> depart(id, original, "row.superfluous"));
    }

    /** Hours and people are looked for by what is kept beside rules and rows. */
    private void requireHours(StoredItem stored, String where) throws SQLException {
        if (!HourTable.holds(connection, stored.ref(), stored.item(), home)) {
            long series =
                    stored.ref().kind() == ItemRef.Kind.SERIES ? stored.ref().id() : 0;
            departures.add(new Departure(series, where, CalendarTexts.message("hours.different")));
        }
    }

    private void requirePeople(Collection<StoredRow> rows) throws SQLException {
        for (StoredRow row : ParticipantTable.different(connection, rows)) {
            depart(row.image().series(), row.image().original(), "people.different");
        }
    }

    private List<Wanted> wanted(StoredRule rule) throws SQLException {
        Instant until = rule.rowsUntil().orElse(Instant.MAX);
        return Writing.rows(
                connection, rule.stored().item(), rule.stored().ref().id(), until, home);
    }

    private RowImage image(StoredRow row) {
        Occurrence occurrence = ((Single) row.single().item().content()).occurrence();
        return RowImage.of(0, row.image().owner(), occurrence, home);
    }

    private void depart(long series, LocalDateTime original, String what) {
        departures.add(new Departure(series, original.toString(), CalendarTexts.message(what)));
    }

    /** Makes everything as the rules say; tells what was not. */
    List<Departure> mend() throws SQLException {
        List<Departure> found = check();
        if (found.isEmpty()) {
            return found;
        }
        for (long id : RuleTable.ids(connection)) {
            RuleTable.lock(connection, id);
            StoredRule rule = RuleTable.find(connection, id).orElseThrow();
            RuleTable.derive(connection, id, Derived.of(rule.series()));
            rewrite(rule, wanted(rule));
            HourTable.rewrite(connection, rule.stored().ref(), rule.stored().item(), home);
            mendPeople(AppointmentTable.ofSeries(connection, id));
        }
        List<Long> ids = new ArrayList<>();
        List<NewRow> rows = new ArrayList<>();
        List<StoredRow> alone = AppointmentTable.alone(connection);
        mendPeople(alone);
        for (StoredRow row : alone) {
            HourTable.rewrite(connection, row.single().ref(), row.single().item(), home);
            if (!row.holds(image(row))) {
                ids.add(row.id());
                rows.add(new NewRow(AssociateTable.id(connection, row.image().owner()), row.revision(), image(row)));
            }
        }
        AppointmentTable.update(connection, ids, rows);
        AppointmentTable.delete(
                connection,
                AppointmentTable.orphans(connection).stream().map(StoredRow::id).toList());
        return found;
    }

    /** Keeps hours and people of what was stored before there were such; tells of how many items. */
    int complete() throws SQLException {
        List<StoredRule> rules = RuleTable.withoutHours(connection);
        for (StoredRule rule : rules) {
            HourTable.insert(connection, rule.stored().ref(), rule.stored().item(), home);
            mendPeople(AppointmentTable.ofSeries(connection, rule.stored().ref().id()));
        }
        List<StoredRow> alone = AppointmentTable.aloneWithoutHours(connection);
        for (StoredRow row : alone) {
            HourTable.insert(connection, row.single().ref(), row.single().item(), home);
        }
        mendPeople(alone);
        return rules.size() + alone.size();
    }

    private void mendPeople(Collection<StoredRow> rows) throws SQLException {
        List<StoredRow> different = ParticipantTable.different(connection, rows);
        ParticipantTable.rewrite(
                connection,
                different.stream().map(StoredRow::id).toList(),
                different.stream().map(StoredRow::image).toList());
    }

    private void rewrite(StoredRule rule, List<Wanted> wanted) throws SQLException {
        Rewriting rows = new Rewriting(
                connection,
                AppointmentTable.ofSeries(connection, rule.stored().ref().id()),
                Map.of());
        rows.write(wanted);
        rows.deleteRest();
    }

    /** Makes the rows of series that roll up to a new horizon, where it is far enough ahead of the old one. */
    int roll(Instant horizon) throws SQLException {
        int rolled = 0;
        for (StoredRule due : RuleTable.rowsEndingBefore(connection, horizon.minus(STEP))) {
            long id = due.stored().ref().id();
            if (RuleTable.lock(connection, id)) {
                RuleTable.rowsEnd(connection, id, horizon);
                StoredRule rule = RuleTable.find(connection, id).orElseThrow();
                rewrite(rule, wanted(rule));
                rolled++;
            }
        }
        return rolled;
    }
}
