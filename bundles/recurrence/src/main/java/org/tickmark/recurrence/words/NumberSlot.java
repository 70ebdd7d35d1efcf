package org.tickmark.recurrence.words;

import java.util.List;
import java.util.Map;

/** A number in digits, or as a word where the language has one. Immutable. */
final class NumberSlot implements Slot<Long> {
    private final long least;
    private final long most;
    private final Map<String, Long> words;

    /** @param words folded words that stand for numbers */
    NumberSlot(long least, long most, Map<String, Long> words) {
        this.least = least;
        this.most = most;
        this.words = Map.copyOf(words);
    }

    @Override
    public String write(Long value) {
        return Long.toString(value);
    }

    @Override
    public List<Match<Long>> read(Reader reader, int at) {
        if (at >= reader.tokens().size()) {
            reader.missed(at, "#");
            return List.of();
        }
        Token token = reader.tokens().get(at);
        long value = token.isNumber() ? token.value() : words.getOrDefault(token.folded(), -1L);
        if (value < least || value > most) {
            reader.missed(at, "#");
            return List.of();
        }
        return List.of(new Match<>(value, at + 1));
    }

    /** The same for ints. */
    static Slot<Integer> ofInt(int least, int most, Map<String, Long> words) {
        return new NumberSlot(least, most, words).as(Math::toIntExact, Integer::longValue);
    }
}
