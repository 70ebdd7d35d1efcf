package org.tickmark.recurrence.words;

import java.util.List;

/** Any text, in double quotes. Immutable. */
final class QuotedSlot implements Slot<String> {
    @Override
    public String write(String value) {
        return Quoted.write(value);
    }

    @Override
    public List<Match<String>> read(Reader reader, int at) {
        if (at >= reader.tokens().size()
                || !Quoted.isQuoted(reader.tokens().get(at).folded())) {
            reader.missed(at, "\"…\"");
            return List.of();
        }
        return List.of(new Match<>(Quoted.read(reader.tokens().get(at).folded()), at + 1));
    }
}
