package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A place in an order: by a word where the language has one, else digits with an ending. Immutable. */
final class OrdinalSlot implements Slot<Integer> {
    private final Map<Integer, String> written;
    private final Map<String, Integer> read = new LinkedHashMap<>();
    private final Map<Integer, String> endings;
    private final List<Tokens> readEndings;
    private final int most;
    private final boolean bare;

    /**
     * @param words words that are written; empty if all are digits
     * @param more further words that are read, folded
     * @param endings after a last digit, and under 0 after any other
     * @param most the greatest number
     * @param bare whether digits without an ending are read as well
     */
    OrdinalSlot(
            Map<Integer, String> words,
            Map<String, Integer> more,
            Map<Integer, String> endings,
            int most,
            boolean bare) {
        this.written = Map.copyOf(words);
        this.read.putAll(more);
        words.forEach((number, word) -> read.put(Tokens.fold(word), number));
        this.endings = Map.copyOf(endings);
        this.readEndings = endings.values().stream().distinct().map(Tokens::of).toList();
        this.most = most;
        this.bare = bare;
    }

    @Override
    public String write(Integer value) {
        String word = written.get(value);
        return word != null ? word : value + ending(value);
    }

    private String ending(int value) {
        int teens = value % 100;
        boolean irregular = teens < 11 || teens > 13;
        return endings.getOrDefault(irregular ? value % 10 : 0, endings.get(0));
    }

    @Override
    public List<Match<Integer>> read(Reader reader, int at) {
        if (at >= reader.tokens().size()) {
            reader.missed(at, "#");
            return List.of();
        }
        Token token = reader.tokens().get(at);
        Integer number = read.get(token.folded());
        if (number != null && number <= most) {
            return List.of(new Match<>(number, at + 1));
        }
        if (token.value() < 1 || token.value() > most) {
            read.keySet().forEach(word -> reader.missed(at, word));
            return List.of();
        }
        return readDigits(reader, at, (int) token.value());
    }

    private List<Match<Integer>> readDigits(Reader reader, int at, int number) {
        List<Match<Integer>> matches = new ArrayList<>();
        for (Tokens ending : readEndings) {
            int end = afterEnding(reader.tokens(), at + 1, ending);
            boolean joined =
                    reader.tokens().touchesPrevious(end) && reader.tokens().number(end) >= 0;
            if (end > at + 1 && !joined) {
                matches.add(new Match<>(number, end));
            }
        }
        if (bare) {
            matches.add(new Match<>(number, at + 1));
        }
        if (matches.isEmpty()) {
            reader.missed(at + 1, endings.get(0));
        }
        return matches;
    }

    /** The index after an ending that touches the digits, or -1. */
    private static int afterEnding(Tokens tokens, int at, Tokens pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (!tokens.touchesPrevious(at + i)
                    || !tokens.is(at + i, pieces.get(i).folded())) {
                return -1;
            }
        }
        return at + pieces.size();
    }
}
