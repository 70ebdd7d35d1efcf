package org.tickmark.calendar;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Fields;

/** The fields of appointments in proposals, which before-handlers may change: {@code field.title} and so on. */
final class ProposedFields {
    private static final String PREFIX = "field.";

    /** What may be changed of an appointment that is added, and of an edit that changes values. */
    static final Set<String> CHANGEABLE = Stream.of(
                    Fields.TITLE,
                    Fields.LOCATION,
                    Fields.NOTE,
                    Fields.KIND,
                    Fields.STATUS,
                    Fields.SHOW_AS,
                    Fields.LEAD,
                    Fields.LAG,
                    Fields.ALARM)
            .map(PREFIX::concat)
            .collect(Collectors.toUnmodifiableSet());

    private ProposedFields() {}

    /** Fields as a proposal names them. */
    static Map<String, String> named(Map<String, String> fields) {
        Map<String, String> named = new TreeMap<>();
        fields.forEach((name, value) -> named.put(PREFIX + name, value));
        return named;
    }

    /** The draft as handlers have left it. */
    static Draft decided(Draft draft, Map<String, String> proposed, Proposal decided) {
        Draft changed = draft;
        for (Map.Entry<String, String> field : changes(proposed, decided).entrySet()) {
            changed = changed.with(field.getKey(), field.getValue());
        }
        return changed;
    }

    /** The edit as handlers have left it. */
    static Edit decided(Edit edit, Map<String, String> proposed, Proposal decided) {
        Map<String, String> changes = changes(proposed, decided);
        if (changes.isEmpty() || !(edit.action() instanceof Edit.Change change)) {
            return edit;
        }
        Map<String, String> fields = new TreeMap<>(change.fields());
        fields.putAll(changes);
        return new Edit(
                edit.key(),
                edit.revision(),
                new Edit.Change(change.start(), change.length(), fields, change.reach(), change.handChanged()));
    }

    private static Map<String, String> changes(Map<String, String> proposed, Proposal decided) {
        Map<String, String> changes = new TreeMap<>();
        decided.fields().forEach((key, value) -> {
            if (CHANGEABLE.contains(key) && !value.equals(proposed.get(key))) {
                changes.put(key.substring(PREFIX.length()), value);
            }
        });
        return changes;
    }
}
