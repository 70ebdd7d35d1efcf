package org.tickmark.calendar.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Changes;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Length;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/**
 * An item as named texts: {@code start}, {@code length}, {@code rule}, {@code field.title}, and for what was changed by hand
 * {@code at 20261110T090000.start} and so on. It is what history keeps, and what two states are compared by.
 */
public final class ItemText {
    private static final String OWNER = "owner";
    private static final String START = "start";
    private static final String LENGTH = "length";
    private static final String RULE = "rule";
    private static final String ORIGINAL = "original";
    private static final String FIELD = "field.";
    private static final String AT = "at ";
    private static final String KIND = "kind";
    private static final String DELETED = "deleted";
    private static final String CHANGED = "changed";
    private static final String ADDED = "added";

    private ItemText() {}

    /** The texts of an item. */
    public static SortedMap<String, String> write(Item item) {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(OWNER, item.owner());
        texts.put(START, item.start().toString());
        if (item.content() instanceof Series series) {
            texts.put(RULE, SeriesRules.text(series));
            texts.put(LENGTH, series.length().toString());
            series.fields().forEach((name, value) -> texts.put(FIELD + name, value));
            series.deviations().forEach(deviation -> write(texts, deviation));
        } else {
            Occurrence occurrence = ((Single) item.content()).occurrence();
            texts.put(ORIGINAL, occurrence.original().toString());
            texts.put(LENGTH, occurrence.length().toString());
            occurrence.fields().forEach((name, value) -> texts.put(FIELD + name, value));
        }
        return texts;
    }

    private static void write(Map<String, String> texts, Deviation deviation) {
        String at = AT + deviation.original() + ".";
        if (deviation instanceof Deviation.Excluded) {
            texts.put(at + KIND, DELETED);
            return;
        }
        texts.put(at + KIND, deviation instanceof Deviation.Added ? ADDED : CHANGED);
        Changes changes = HandChanges.of(deviation);
        changes.start().ifPresent(start -> texts.put(at + START, start.toString()));
        changes.length().ifPresent(length -> texts.put(at + LENGTH, length.toString()));
        changes.fields().forEach((name, value) -> texts.put(at + FIELD + name, value));
    }

    /** The item of such texts. */
    public static Item read(SortedMap<String, String> texts) {
        Moment start = Moment.parse(texts.get(START));
        Length length = Lengths.read(texts.get(LENGTH));
        Map<String, String> fields = under(texts, FIELD);
        Piece content = texts.containsKey(RULE)
                ? SeriesRules.series(start, texts.get(RULE))
                        .lasting(length)
                        .withFields(fields)
                        .with(deviations(texts))
                : new Single(new Occurrence(
                        Moment.parse(texts.get(ORIGINAL)), start, length, fields, Occurrence.Origin.RULE));
        return new Item(texts.get(OWNER), content);
    }

    private static List<Deviation> deviations(SortedMap<String, String> texts) {
        List<Deviation> deviations = new ArrayList<>();
        String end = "." + KIND;
        for (String key : texts.keySet()) {
            if (key.startsWith(AT) && key.endsWith(end) && !key.contains("." + FIELD)) {
                String original = key.substring(AT.length(), key.length() - end.length());
                deviations.add(deviation(Moment.parse(original), under(texts, AT + original + ".")));
            }
        }
        return deviations;
    }

    private static Deviation deviation(Moment original, SortedMap<String, String> texts) {
        if (texts.get(KIND).equals(DELETED)) {
            return new Deviation.Excluded(original);
        }
        Changes changes = Changes.none();
        changes = texts.containsKey(START) ? changes.withStart(Moment.parse(texts.get(START))) : changes;
        changes = texts.containsKey(LENGTH) ? changes.withLength(Lengths.read(texts.get(LENGTH))) : changes;
        for (Map.Entry<String, String> field : under(texts, FIELD).entrySet()) {
            changes = changes.withField(field.getKey(), field.getValue());
        }
        return texts.get(KIND).equals(ADDED)
                ? new Deviation.Added(original, changes)
                : new Deviation.Changed(original, changes);
    }

    private static SortedMap<String, String> under(SortedMap<String, String> texts, String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        texts.tailMap(prefix).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** What is different between two states, a line each: {@code rule: FREQ=DAILY -> FREQ=WEEKLY}. */
    public static List<String> differences(Map<String, String> one, Map<String, String> other) {
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .filter(key -> !one.getOrDefault(key, "").equals(other.getOrDefault(key, "")))
                .map(key -> key + ": " + one.getOrDefault(key, "") + " -> " + other.getOrDefault(key, ""))
                .toList();
    }
}
