package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Lengths;
import org.tickmark.calendar.series.PatternNumbers;
import org.tickmark.calendar.series.SeriesRules;
import org.tickmark.calendar.series.Uids;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.form.StoredPattern;
import org.tickmark.recurrence.series.Changes;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Series;

/** Reads and writes the tables {@code recurrence_rule} and {@code recurrence_override}. */
final class RuleTable {
    private static final String SELECT = """
        SELECT recurrencerule_id, startDate, rule, zone, alldayEvent, duration, fields, updatedCount, rows_until, name
        FROM recurrence_rule r JOIN associate a ON a.associate_id = r.associate_id
        """;

    /** What is made from the rule. */
    private static final String DERIVED = "pattern, subPattern, weekdays, cyclicDay, cyclicWeek, cyclicMonth, endDate";

    private static final String COLUMNS = DERIVED
            + ", startDate, rule, zone, alldayEvent, duration, fields, rows_until, uid, updated, updated_associate_id,"
            + " updatedCount";

    private RuleTable() {}

    /** A rule as it stands, and the end of its rows where not every occurrence is one. */
    record StoredRule(StoredItem stored, Optional<Instant> rowsUntil) {
        Series series() {
            return (Series) stored.item().content();
        }
    }

    static Optional<StoredRule> find(Connection connection, long id) throws SQLException {
        return list(connection, "WHERE recurrencerule_id = ?", id).stream().findFirst();
    }

    /** Holds the row until the end of the transaction; false where there is none. */
    static boolean lock(Connection connection, long id) throws SQLException {
        return Sql.on(
                        connection,
                        "SELECT recurrencerule_id FROM recurrence_rule WHERE recurrencerule_id = ? FOR UPDATE")
                .with(id)
                .first(row -> row.number("recurrencerule_id"))
                .isPresent();
    }

    /** The one of an owner that a file names so. */
    static Optional<StoredRule> named(Connection connection, String uid, long owner) throws SQLException {
        return list(connection, "WHERE uid = ? AND r.associate_id = ?", uid, owner).stream()
                .findFirst();
    }

    /** The one that a file names so, whoever's it is. */
    static Optional<StoredRule> named(Connection connection, String uid) throws SQLException {
        return list(connection, "WHERE uid = ?", uid).stream().findFirst();
    }

    /** Those of these numbers that are there. */
    static List<StoredRule> withIds(Connection connection, Collection<Long> ids) throws SQLException {
        return list(connection, "WHERE recurrencerule_id = ANY(?)", Sql.longs(ids));
    }

    /** Those whose rows end before an instant. */
    static List<StoredRule> rowsEndingBefore(Connection connection, Instant instant) throws SQLException {
        return list(connection, "WHERE rows_until < ?", instant);
    }

    /** Those of an owner, or of everybody, whose rows end before an instant. */
    static List<StoredRule> rowsEndingBefore(Connection connection, Instant instant, Optional<Long> associate)
            throws SQLException {
        return associate.isPresent()
                ? list(connection, "WHERE rows_until < ? AND r.associate_id = ?", instant, associate.get())
                : rowsEndingBefore(connection, instant);
    }

    /** Those of which no hours are kept. */
    static List<StoredRule> withoutHours(Connection connection) throws SQLException {
        return list(
                connection,
                "WHERE NOT EXISTS (SELECT 1 FROM busy_hour h WHERE h.kind = ? AND h.item_id = r.recurrencerule_id)",
                ItemRef.Kind.SERIES);
    }

    static List<Long> ids(Connection connection) throws SQLException {
        return Sql.on(connection, "SELECT recurrencerule_id FROM recurrence_rule ORDER BY recurrencerule_id")
                .list(row -> row.number("recurrencerule_id"));
    }

    private static List<StoredRule> list(Connection connection, String condition, Object... values)
            throws SQLException {
        List<StoredRule> bare = Sql.on(connection, SELECT + condition + " ORDER BY recurrencerule_id")
                .with(values)
                .list(RuleTable::read);
        return withOverrides(connection, bare);
    }

    private static StoredRule read(Row row) throws SQLException {
        Moment start = dial(row).at(row.wallClock("startDate"));
        Series series = SeriesRules.series(start, row.text("rule"))
                .lasting(Lengths.read(row.text("duration")))
                .withFields(JsonTexts.read(row.text("fields")));
        StoredItem stored = new StoredItem(
                ItemRef.series(row.number("recurrencerule_id")),
                (int) row.number("updatedCount"),
                new Item(row.text("name"), series));
        return new StoredRule(stored, row.optionalInstant("rows_until"));
    }

    static Dial dial(Row row) throws SQLException {
        return new Dial(row.text("zone"), row.number("alldayEvent") == 1);
    }

    private static List<StoredRule> withOverrides(Connection connection, List<StoredRule> rules) throws SQLException {
        Map<Long, Dial> dials = new HashMap<>();
        rules.forEach(
                rule -> dials.put(rule.stored().ref().id(), rule.stored().item().dial()));
        Map<Long, List<Deviation>> overrides = new HashMap<>();
        Sql.on(connection, """
            SELECT recurrencerule_id, original_start_date, kind, startDate, duration, fields
            FROM recurrence_override WHERE recurrencerule_id = ANY(?)
            """).with(Sql.longs(dials.keySet())).each(row -> {
            long id = row.number("recurrencerule_id");
            overrides.computeIfAbsent(id, any -> new ArrayList<>()).add(override(row, dials.get(id)));
        });
        return rules.stream().map(rule -> with(rule, overrides)).toList();
    }

    private static StoredRule with(StoredRule rule, Map<Long, List<Deviation>> overrides) {
        StoredItem bare = rule.stored();
        List<Deviation> own = overrides.getOrDefault(bare.ref().id(), List.of());
        if (own.isEmpty()) {
            return rule;
        }
        Item item = new Item(bare.item().owner(), rule.series().with(own));
        return new StoredRule(new StoredItem(bare.ref(), bare.revision(), item), rule.rowsUntil());
    }

    private static Deviation override(Row row, Dial dial) throws SQLException {
        Moment original = dial.at(row.wallClock("original_start_date"));
        OverrideKind kind = row.choice("kind", OverrideKind.class);
        if (kind == OverrideKind.DELETED) {
            return new Deviation.Excluded(original);
        }
        Changes changes = Changes.none();
        changes = row.optionalWallClock("startDate")
                .map(dial::at)
                .map(changes::withStart)
                .orElse(changes);
        changes = row.optionalText("duration")
                .map(Lengths::read)
                .map(changes::withLength)
                .orElse(changes);
        for (Map.Entry<String, String> field :
                JsonTexts.read(row.text("fields")).entrySet()) {
            changes = changes.withField(field.getKey(), field.getValue());
        }
        return kind == OverrideKind.ADDED
                ? new Deviation.Added(original, changes)
                : new Deviation.Changed(original, changes);
    }

    private enum OverrideKind {
        DELETED,
        CHANGED,
        ADDED;

        static OverrideKind of(Deviation deviation) {
            if (deviation instanceof Deviation.Excluded) {
                return DELETED;
            }
            return deviation instanceof Deviation.Added ? ADDED : CHANGED;
        }
    }

    /**
     * Writes a rule with its overrides.
     *
     * @param id its number; 0 for a new one
     * @param revision 1 where no such rule stands
     * @param stands whether a rule of this number stands
     * @return its number
     */
    static long write(
            Connection connection,
            long id,
            boolean stands,
            int revision,
            Item item,
            Optional<Instant> rowsUntil,
            Stamp stamp)
            throws SQLException {
        List<Object> values = values(item, revision, rowsUntil, stamp);
        long key = id;
        if (stands) {
            deleteOverrides(connection, id);
            Sql.on(connection, "UPDATE recurrence_rule SET " + assignments(COLUMNS) + " WHERE recurrencerule_id = ?")
                    .with(values.toArray())
                    .with(id)
                    .update();
        } else {
            key = insert(connection, id, item, stamp, values);
        }
        insertOverrides(connection, key, (Series) item.content());
        return key;
    }

    private static List<Object> values(Item item, int revision, Optional<Instant> rowsUntil, Stamp stamp) {
        Series series = (Series) item.content();
        List<Object> values = new ArrayList<>(derivedValues(Derived.of(series)));
        values.add(series.start().wallClock());
        values.add(SeriesRules.text(series));
        values.add(item.dial().zone());
        values.add(item.dial().allDay() ? 1 : 0);
        values.add(series.length().toString());
        values.add(JsonTexts.write(series.fields()));
        values.add(rowsUntil);
        values.add(Uids.of(item));
        values.add(stamp.at());
        values.add(stamp.associate());
        values.add(revision);
        return values;
    }

    private static long insert(Connection connection, long id, Item item, Stamp stamp, List<Object> values)
            throws SQLException {
        String key = id == 0 ? "" : ", recurrencerule_id";
        return Sql.on(
                        connection,
                        "INSERT INTO recurrence_rule (" + COLUMNS
                                + ", associate_id, registered, registered_associate_id" + key + ") VALUES ("
                                + "?, ".repeat(values.size()) + "?, ?, ?" + (id == 0 ? "" : ", ?") + ")")
                .with(values.toArray())
                .with(AssociateTable.id(connection, item.owner()), stamp.at(), stamp.associate())
                .with(id == 0 ? new Object[0] : new Object[] {id})
                .insert("recurrencerule_id");
    }

    static void rowsEnd(Connection connection, long id, Instant rowsUntil) throws SQLException {
        Sql.on(connection, "UPDATE recurrence_rule SET rows_until = ? WHERE recurrencerule_id = ?")
                .with(rowsUntil, id)
                .update();
    }

    static void delete(Connection connection, long id) throws SQLException {
        deleteOverrides(connection, id);
        Sql.on(connection, "DELETE FROM recurrence_rule WHERE recurrencerule_id = ?")
                .with(id)
                .update();
    }

    private static void deleteOverrides(Connection connection, long id) throws SQLException {
        Sql.on(connection, "DELETE FROM recurrence_override WHERE recurrencerule_id = ?")
                .with(id)
                .update();
    }

    private static void insertOverrides(Connection connection, long id, Series series) throws SQLException {
        try (Batch batch = Sql.batch(connection, """
            INSERT INTO recurrence_override (recurrencerule_id, original_start_date, kind, startDate, duration, fields)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
            for (Deviation deviation : series.deviations()) {
                Changes changes = HandChanges.of(deviation);
                batch.add(
                        id,
                        deviation.original().wallClock(),
                        OverrideKind.of(deviation),
                        changes.start().map(Moment::wallClock),
                        changes.length().map(Object::toString),
                        JsonTexts.write(changes.fields()));
            }
            batch.finish();
        }
    }

    /**
     * What is stored beside a rule and made from it.
     *
     * @param numbers of its pattern
     * @param end of its last occurrence
     */
    record Derived(StoredPattern numbers, Optional<LocalDateTime> end) {
        static Derived of(Series series) {
            return new Derived(PatternNumbers.of(series), PatternNumbers.end(series));
        }
    }

    static void derive(Connection connection, long id, Derived derived) throws SQLException {
        Sql.on(connection, "UPDATE recurrence_rule SET " + assignments(DERIVED) + " WHERE recurrencerule_id = ?")
                .with(derivedValues(derived).toArray())
                .with(id)
                .update();
    }

    private static List<Object> derivedValues(Derived derived) {
        StoredPattern numbers = derived.numbers();
        return List.of(
                numbers.pattern(),
                numbers.subPattern(),
                numbers.weekdays(),
                numbers.cyclicDay(),
                numbers.cyclicWeek(),
                numbers.cyclicMonth(),
                derived.end());
    }

    private static String assignments(String columns) {
        return columns.replaceAll("\\s*,\\s*", " = ?, ") + " = ?";
    }

    static Derived derived(Connection connection, long id) throws SQLException {
        return Sql.on(connection, """
            SELECT pattern, subPattern, weekdays, cyclicDay, cyclicWeek, cyclicMonth, endDate
            FROM recurrence_rule WHERE recurrencerule_id = ?
            """)
                .with(id)
                .one(row -> new Derived(
                        new StoredPattern(
                                (int) row.number("pattern"),
                                (int) row.number("subPattern"),
                                (int) row.number("weekdays"),
                                (int) row.number("cyclicDay"),
                                (int) row.number("cyclicWeek"),
                                (int) row.number("cyclicMonth")),
                        row.optionalWallClock("endDate")));
    }
}
