package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ways a language says one thing: the first is written, all are read. Immutable. */
final class Phrase {
    private final String key;
    private final List<Template> templates;
    private final Map<String, Slot<?>> slots;

    /** @param slots by name, and by name and variant joined by a colon */
    Phrase(String key, List<Template> templates, Map<String, Slot<?>> slots) {
        this.key = key;
        this.templates = templates;
        this.slots = slots;
    }

    String key() {
        return key;
    }

    List<Template> templates() {
        return templates;
    }

    /** Whether the language can write it. */
    boolean isWritable() {
        return !templates.isEmpty();
    }

    String write(Values values) {
        return write(templates.get(0), values);
    }

    String write(Template template, Values values) {
        String source = template.source();
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = source.indexOf('{'); open >= 0; open = source.indexOf('{', at)) {
            int close = source.indexOf('}', open);
            text.append(source, at, open).append(slotText(source.substring(open + 1, close), values));
            at = close + 1;
        }
        return text.append(source, at, source.length()).toString();
    }

    private String slotText(String name, Values values) {
        int colon = name.indexOf(':');
        Slot<Object> slot = slot(name);
        return slot.write(values.raw(colon < 0 ? name : name.substring(0, colon)));
    }

    List<Match<Values>> read(Reader reader, int at) {
        List<Match<Values>> matches = new ArrayList<>();
        templates.forEach(template -> read(template, reader, at, matches));
        return matches;
    }

    void read(Template template, Reader reader, int at, List<Match<Values>> matches) {
        read(template.pieces(), 0, reader, new Match<>(new Values(), at), matches);
    }

    private void read(
            List<Template.Piece> pieces, int index, Reader reader, Match<Values> before, List<Match<Values>> matches) {
        if (index == pieces.size()) {
            matches.add(before);
            return;
        }
        Template.Piece piece = pieces.get(index);
        if (piece instanceof Template.Piece.Word word) {
            if (reader.reads(before.end(), word.folded())) {
                read(pieces, index + 1, reader, new Match<>(before.value(), before.end() + 1), matches);
            }
        } else if (piece instanceof Template.Piece.Place place) {
            Slot<Object> slot = slot(place.variant().isEmpty() ? place.name() : place.name() + ":" + place.variant());
            for (Match<Object> match : slot.read(reader, before.end())) {
                Values with = before.value().with(place.name(), match.value());
                read(pieces, index + 1, reader, new Match<>(with, match.end()), matches);
            }
        } else if (piece instanceof Template.Piece.Perhaps perhaps) {
            List<Match<Values>> inside = new ArrayList<>();
            read(perhaps.pieces(), 0, reader, before, inside);
            inside.forEach(match -> read(pieces, index + 1, reader, match, matches));
            read(pieces, index + 1, reader, before, matches);
        }
    }

    // The values given to write and taken from read are of the slot's type by the grammar's construction.
    @SuppressWarnings("unchecked")
    private Slot<Object> slot(String name) {
        Slot<?> slot = slots.get(name);
        if (slot == null) {
            throw new IllegalStateException("the phrase " + key + " has an unknown slot {" + name + "}");
        }
        return (Slot<Object>) slot;
    }
}
