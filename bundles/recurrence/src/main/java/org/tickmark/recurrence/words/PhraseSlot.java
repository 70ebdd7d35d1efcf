package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A value that a phrase of its own says. Immutable. */
final class PhraseSlot<T> implements Slot<T> {
    private final Phrase phrase;
    private final Function<T, Values> taken;
    private final Function<Values, Optional<T>> made;

    /** @param made the value of what was read, or empty if there is no such value, such as 30 February */
    PhraseSlot(Phrase phrase, Function<T, Values> taken, Function<Values, Optional<T>> made) {
        this.phrase = phrase;
        this.taken = taken;
        this.made = made;
    }

    @Override
    public String write(T value) {
        return phrase.write(taken.apply(value));
    }

    @Override
    public List<Match<T>> read(Reader reader, int at) {
        List<Match<T>> matches = new ArrayList<>();
        for (Match<Values> match : phrase.read(reader, at)) {
            made.apply(match.value())
                    .ifPresentOrElse(
                            value -> matches.add(new Match<>(value, match.end())),
                            () -> reader.refused(match.end() - 1));
        }
        return matches;
    }
}
