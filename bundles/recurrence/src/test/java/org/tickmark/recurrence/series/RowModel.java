package org.tickmark.recurrence.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The naive way to keep a series, for tests: one row for each occurrence, with every value written out and a note of which
 * were set by hand. Seconds are those of the wall clock.
 */
final class RowModel {
    static final int DAY = 86_400;

    final List<Row> rows = new ArrayList<>();
    Length length;
    Map<String, String> fields;

    RowModel(Length length, Map<String, String> fields) {
        this.length = length;
        this.fields = new TreeMap<>(fields);
    }

    /** One row: what names it, where the rule has it, and what was set by hand. */
    static final class Row {
        long name;
        long regular;
        boolean added;
        boolean excluded;
        Long ownStart;
        Length ownLength;
        final Map<String, String> ownFields = new TreeMap<>();

        Row(long second, boolean added) {
            this.name = second;
            this.regular = second;
            this.added = added;
        }

        long start() {
            return ownStart == null ? regular : ownStart;
        }

        Row copy() {
            Row copy = new Row(name, added);
            copy.regular = regular;
            copy.excluded = excluded;
            copy.ownStart = ownStart;
            copy.ownLength = ownLength;
            copy.ownFields.putAll(ownFields);
            return copy;
        }
    }

    /** What can be seen of a row. */
    record Look(long name, long start, Length length, Map<String, String> fields) {
        boolean looksLike(Look other) {
            return start == other.start && length.equals(other.length) && fields.equals(other.fields);
        }
    }

    Look look(Row row) {
        Map<String, String> shown = new TreeMap<>(fields);
        shown.putAll(row.ownFields);
        return new Look(row.name, row.start(), row.ownLength == null ? length : row.ownLength, shown);
    }

    List<Look> looks() {
        return visible().stream().map(this::look).toList();
    }

    /** The rows that take place, by start and name. */
    List<Row> visible() {
        return rows.stream()
                .filter(row -> !row.excluded)
                .sorted(Comparator.comparingLong(Row::start).thenComparingLong(row -> row.name))
                .toList();
    }

    Row named(long name) {
        return rows.stream().filter(row -> row.name == name).findFirst().orElseThrow();
    }

    boolean isTaken(long start, long name) {
        return visible().stream().anyMatch(row -> row.start() == start && row.name != name);
    }

    /** A model with copies of some of the rows. */
    RowModel part(Predicate<Row> wanted) {
        RowModel part = new RowModel(length, fields);
        rows.stream().filter(wanted).map(Row::copy).forEach(part.rows::add);
        return part;
    }

    /** What a row has of its own that says the same as the series is not its own any more. */
    void settle() {
        for (Row row : rows) {
            if (row.ownStart != null && row.ownStart == row.regular) {
                row.ownStart = null;
            }
            if (length.equals(row.ownLength)) {
                row.ownLength = null;
            }
            row.ownFields.entrySet().removeIf(field -> field.getValue().equals(fields.get(field.getKey())));
        }
    }

    void change(Row row, Long start, Length newLength, Map<String, String> newFields) {
        row.ownStart = start == null ? row.ownStart : start;
        row.ownLength = newLength == null ? row.ownLength : newLength;
        row.ownFields.putAll(newFields);
        settle();
    }

    void changeAll(
            Row chosen, Long newStart, Length newLength, Map<String, String> newFields, HandChanged handChanged) {
        long offset = newStart == null ? 0 : newStart - chosen.regular;
        long timeOfDay = Math.floorMod(chosen.regular, DAY);
        for (Row row : rows) {
            if (row == chosen) {
                row.ownStart = newStart == null ? row.ownStart : null;
                row.ownLength = newLength == null ? row.ownLength : null;
                row.ownFields.keySet().removeAll(newFields.keySet());
            } else if (handChanged == HandChanged.RESET) {
                row.ownStart = null;
                row.ownLength = null;
                row.ownFields.clear();
            } else if (handChanged == HandChanged.UNTOUCHED && isHandChanged(row)) {
                pin(row, newStart, newLength, newFields);
            }
            boolean along = row.ownStart == null && Math.floorMod(row.name, DAY) == timeOfDay;
            if (!row.added || along) {
                row.name += offset;
                row.regular += offset;
            }
        }
        length = newLength == null ? length : newLength;
        fields.putAll(newFields);
        mergeAdded();
        settle();
    }

    /** An added row with the name of a row of the rule is that row, changed by hand, unless it was already. */
    private void mergeAdded() {
        List<Row> ofRule = rows.stream().filter(row -> !row.added).toList();
        rows.removeIf(row -> row.added && ofRule.stream().anyMatch(one -> one.name == row.name) && merge(ofRule, row));
    }

    private static boolean isHandChanged(Row row) {
        return row.added || row.ownStart != null || row.ownLength != null || !row.ownFields.isEmpty();
    }

    private void pin(Row row, Long newStart, Length newLength, Map<String, String> newFields) {
        Look before = look(row);
        row.ownStart = newStart == null ? row.ownStart : Long.valueOf(before.start());
        row.ownLength = newLength == null ? row.ownLength : before.length();
        for (String name : newFields.keySet()) {
            if (before.fields().containsKey(name)) {
                row.ownFields.put(name, before.fields().get(name));
            }
        }
    }

    void shift(Row chosen, long newStart) {
        long offset = newStart - chosen.regular;
        chosen.ownStart = null;
        for (Row row : rows) {
            row.name += offset;
            row.regular += offset;
            row.ownStart = row.ownStart == null ? null : row.ownStart + offset;
        }
        settle();
    }

    /** Puts other seconds of a rule in the place of the rows that came from one. */
    void redefine(List<Long> seconds) {
        List<Row> old = rows.stream().filter(row -> !row.added).toList();
        rows.removeIf(row -> !row.added);
        List<Row> fresh = seconds.stream().map(second -> new Row(second, false)).toList();
        for (Row row : fresh) {
            old.stream().filter(one -> one.name == row.name).findFirst().ifPresent(one -> take(row, one));
        }
        for (Row one : old) {
            if (seconds.contains(one.name)) {
                continue;
            }
            int place = inDay(old, one);
            List<Row> sameDay =
                    fresh.stream().filter(row -> day(row) == day(one)).toList();
            boolean ofAnother =
                    place < sameDay.size() && old.stream().anyMatch(row -> row.name == sameDay.get(place).name);
            if (place < sameDay.size() && isDeviating(one) && !ofAnother) {
                take(sameDay.get(place), one);
            }
        }
        rows.addAll(fresh);
        mergeAdded();
        settle();
    }

    private static boolean isDeviating(Row row) {
        return row.excluded || isHandChanged(row);
    }

    private static boolean merge(List<Row> fresh, Row added) {
        Row same =
                fresh.stream().filter(row -> row.name == added.name).findFirst().orElseThrow();
        if (!isDeviating(same)) {
            take(same, added);
        }
        return true;
    }

    private static int inDay(List<Row> old, Row one) {
        return (int) old.stream()
                .filter(row -> day(row) == day(one) && row.name < one.name)
                .count();
    }

    private static long day(Row row) {
        return Math.floorDiv(row.name, DAY);
    }

    private static void take(Row row, Row from) {
        row.excluded = from.excluded;
        row.ownStart = from.ownStart;
        row.ownLength = from.ownLength;
        row.ownFields.putAll(from.ownFields);
    }
}
