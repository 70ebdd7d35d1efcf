package org.tickmark.calendar.series;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.HandChanged;
import org.tickmark.api.host.calendar.Edit.Reach;

/**
 * The naive way to keep a series, for tests: a row for each occurrence, with every value written out and a note of which were set by
 * hand. What stands alone is one row as well.
 */
final class NaiveCalendar {
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> fields = new TreeMap<>();
    private final boolean repeats;

    private NaiveCalendar(boolean repeats, Map<String, String> fields) {
        this.repeats = repeats;
        this.fields.putAll(fields);
    }

    /** The rows of a series. */
    static NaiveCalendar of(List<LocalDateTime> starts, Map<String, String> fields) {
        NaiveCalendar calendar = new NaiveCalendar(true, fields);
        starts.forEach(start -> calendar.rows.add(new Row(start, false)));
        return calendar;
    }

    /** One row. */
    private static final class Row {
        private LocalDateTime name;
        private final boolean added;
        private boolean excluded;
        private LocalDateTime ownStart;
        private final Map<String, String> own = new TreeMap<>();

        Row(LocalDateTime name, boolean added) {
            this.name = name;
            this.added = added;
        }

        LocalDateTime start() {
            return ownStart == null ? name : ownStart;
        }

        boolean isHandChanged() {
            return added || ownStart != null || !own.isEmpty();
        }

        Row copy() {
            Row copy = new Row(name, added);
            copy.excluded = excluded;
            copy.ownStart = ownStart;
            copy.own.putAll(own);
            return copy;
        }
    }

    /** What can be seen of a row. */
    record Look(LocalDateTime original, LocalDateTime start, Map<String, String> fields) {}

    List<Look> looks() {
        return visible().stream()
                .map(row -> new Look(row.name, row.start(), shown(row)))
                .toList();
    }

    private Map<String, String> shown(Row row) {
        Map<String, String> shown = new TreeMap<>(fields);
        shown.putAll(row.own);
        return shown;
    }

    private List<Row> visible() {
        return rows.stream()
                .filter(row -> !row.excluded)
                .sorted(Comparator.comparing(Row::start).thenComparing(row -> row.name))
                .toList();
    }

    private Row named(LocalDateTime name) {
        return rows.stream().filter(row -> row.name.equals(name)).findFirst().orElseThrow();
    }

    /** Whether another row begins then. */
    boolean isTaken(LocalDateTime start, LocalDateTime name) {
        return visible().stream().anyMatch(row -> row.start().equals(start) && !row.name.equals(name));
    }

    private NaiveCalendar part(Predicate<Row> wanted) {
        NaiveCalendar part = new NaiveCalendar(repeats, fields);
        rows.stream().filter(wanted).map(Row::copy).forEach(part.rows::add);
        return part;
    }

    /** The calendars that there are after an edit; those that repeat no more are split into what stands alone. */
    List<NaiveCalendar> after(LocalDateTime name, Edit.Action action) {
        if (action instanceof Edit.Change change) {
            return settled(change.reach() == Reach.THIS ? changedOne(name, change) : changedMany(name, change));
        }
        if (action instanceof Edit.Delete delete) {
            return settled(List.of(deleted(name, delete.reach())));
        }
        if (action instanceof Edit.Stop) {
            NaiveCalendar rest = part(row -> !row.name.isAfter(name));
            return settled(List.of(rest.visible().size() == visible().size() ? this : rest));
        }
        if (action instanceof Edit.Add) {
            NaiveCalendar more = part(row -> true);
            more.rows.add(new Row(name, true));
            return settled(List.of(more));
        }
        if (action instanceof Edit.Restore) {
            return settled(List.of(restored(name)));
        }
        return settled(List.of(part(row -> row.name.isBefore(name)), part(row -> !row.name.isBefore(name))));
    }

    private List<NaiveCalendar> changedOne(LocalDateTime name, Edit.Change change) {
        NaiveCalendar changed = part(row -> true);
        Row row = changed.named(name);
        change.start().ifPresent(start -> row.ownStart = start);
        row.own.putAll(change.fields());
        changed.settle();
        return List.of(changed);
    }

    /** What a row has of its own that says the same as the series is not its own any more. */
    private void settle() {
        for (Row row : rows) {
            row.ownStart = row.name.equals(row.ownStart) ? null : row.ownStart;
            row.own.entrySet().removeIf(field -> repeats && field.getValue().equals(fields.get(field.getKey())));
        }
    }

    private List<NaiveCalendar> changedMany(LocalDateTime name, Edit.Change change) {
        if (!repeats) {
            return changedOne(name, change);
        }
        NaiveCalendar before = part(row -> row.name.isBefore(name));
        boolean whole = change.reach() == Reach.ALL || before.visible().isEmpty();
        NaiveCalendar reached = part(row -> whole || !row.name.isBefore(name));
        reached.change(reached.named(name), change);
        return whole ? List.of(reached) : List.of(before, reached);
    }

    private void change(Row chosen, Edit.Change change) {
        LocalTime time = chosen.name.toLocalTime();
        for (Row row : rows) {
            if (row == chosen) {
                row.ownStart = change.start().isPresent() ? null : row.ownStart;
                row.own.keySet().removeAll(change.fields().keySet());
            } else if (change.handChanged() == HandChanged.RESET) {
                row.ownStart = null;
                row.own.clear();
            } else if (change.handChanged() == HandChanged.UNTOUCHED && row.isHandChanged()) {
                pin(row, change);
            }
        }
        change.start()
                .ifPresent(start -> rows.forEach(row -> {
                    boolean along =
                            row.ownStart == null && row.name.toLocalTime().equals(time);
                    if (!row.added || along) {
                        row.name = row.name.toLocalDate().atTime(start.toLocalTime());
                    }
                }));
        fields.putAll(change.fields());
        settle();
    }

    private void pin(Row row, Edit.Change change) {
        if (change.start().isPresent()) {
            row.ownStart = row.start();
        }
        for (String field : change.fields().keySet()) {
            String value = shown(row).get(field);
            if (value != null) {
                row.own.put(field, value);
            }
        }
    }

    private NaiveCalendar deleted(LocalDateTime name, Reach reach) {
        if (reach == Reach.ALL || !repeats) {
            return part(row -> false);
        }
        if (reach == Reach.FOLLOWING) {
            return part(row -> row.name.isBefore(name));
        }
        NaiveCalendar rest = part(row -> !(row.added && row.name.equals(name)));
        rest.rows.stream().filter(row -> row.name.equals(name)).forEach(row -> row.excluded = true);
        List<Row> visible = visible();
        if (visible.get(0).name.equals(name)
                || visible.get(visible.size() - 1).name.equals(name)) {
            rest.trim();
        }
        return rest;
    }

    /** A series that loses its first or last row begins later or ends earlier, unless it was added to before or after that. */
    private void trim() {
        List<LocalDateTime> left = rows.stream()
                .filter(row -> !row.added && !row.excluded)
                .map(row -> row.name)
                .sorted()
                .toList();
        if (left.isEmpty()) {
            return;
        }
        LocalDateTime first = left.get(0);
        LocalDateTime last = left.get(left.size() - 1);
        if (rows.stream().noneMatch(row -> row.added && row.name.isAfter(last))) {
            rows.removeIf(row -> row.name.isAfter(last));
        }
        if (rows.stream().noneMatch(row -> row.added && row.name.isBefore(first))) {
            rows.removeIf(row -> row.name.isBefore(first));
        }
    }

    private NaiveCalendar restored(LocalDateTime name) {
        NaiveCalendar restored = part(row -> !(row.added && row.name.equals(name)));
        restored.rows.stream().filter(row -> row.name.equals(name)).forEach(row -> {
            row.excluded = false;
            row.ownStart = null;
            row.own.clear();
        });
        return restored;
    }

    private static List<NaiveCalendar> settled(List<NaiveCalendar> calendars) {
        List<NaiveCalendar> settled = new ArrayList<>();
        for (NaiveCalendar calendar : calendars) {
            boolean goesOn =
                    calendar.visible().size() > 1 && calendar.rows.stream().anyMatch(row -> !row.added);
            if (goesOn) {
                settled.add(calendar);
            } else {
                calendar.visible().forEach(row -> settled.add(calendar.alone(row)));
            }
        }
        return settled;
    }

    private NaiveCalendar alone(Row row) {
        NaiveCalendar alone = new NaiveCalendar(false, shown(row));
        Row copy = new Row(row.name, false);
        copy.ownStart = row.ownStart;
        alone.rows.add(copy);
        return alone;
    }
}
