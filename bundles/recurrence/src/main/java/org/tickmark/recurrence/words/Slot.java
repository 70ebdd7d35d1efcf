package org.tickmark.recurrence.words;

import java.util.List;
import java.util.function.Function;

/** A kind of value within a sentence, written and read in one language. Immutable. */
interface Slot<T> {
    String write(T value);

    /** All ways to read a value at the token, the longest first; none if there is none. */
    List<Match<T>> read(Reader reader, int at);

    /** A slot for another type that is written and read by this one. */
    default <U> Slot<U> as(Function<T, U> fromValue, Function<U, T> toValue) {
        Slot<T> self = this;
        return new Slot<>() {
            @Override
            public String write(U value) {
                return self.write(toValue.apply(value));
            }

            @Override
            public List<Match<U>> read(Reader reader, int at) {
                return self.read(reader, at).stream()
                        .map(match -> new Match<>(fromValue.apply(match.value()), match.end()))
                        .toList();
            }
        };
    }
}
