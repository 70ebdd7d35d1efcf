package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One number, a range, or a range in steps, as an item of a list. Immutable. */
final class Numbers implements Slot<List<Integer>> {
    /** Runs and steps are written as ranges from these lengths on. */
    private static final int SHORTEST_RANGE = 3;

    private static final int SHORTEST_STEPS = 5;

    private final Slot<Integer> number;
    private final String joint;
    private final List<String> joints;
    private final String step;
    private final List<Tokens> steps;

    /** @param number reads and writes a single number */
    Numbers(Slot<Integer> number, Lexicon lexicon) {
        this.number = number;
        joint = lexicon.first("to");
        joints = lexicon.folded("to");
        step = lexicon.first("step");
        steps = lexicon.all("step").stream().map(Tokens::of).toList();
    }

    @Override
    public String write(List<Integer> values) {
        return String.join(", ", items(values));
    }

    /** The items that say ascending numbers, runs as ranges. */
    List<String> items(List<Integer> values) {
        List<String> items = new ArrayList<>();
        int at = 0;
        while (at < values.size()) {
            int distance = at + 1 < values.size() ? values.get(at + 1) - values.get(at) : 1;
            int end = at;
            while (end + 1 < values.size() && values.get(end + 1) - values.get(end) == distance) {
                end++;
            }
            if (end - at + 1 < (distance == 1 ? SHORTEST_RANGE : SHORTEST_STEPS)) {
                items.add(number.write(values.get(at)));
                at++;
            } else {
                items.add(range(values.get(at), values.get(end), distance));
                at = end + 1;
            }
        }
        return items;
    }

    private String range(int first, int last, int distance) {
        String range = number.write(first) + " " + joint + " " + number.write(last);
        return distance == 1 ? range : range + " " + step + " " + distance;
    }

    @Override
    public List<Match<List<Integer>>> read(Reader reader, int at) {
        return number.read(reader, at).stream()
                .limit(1)
                .map(first -> range(reader, first).orElse(new Match<>(List.of(first.value()), first.end())))
                .toList();
    }

    private Optional<Match<List<Integer>>> range(Reader reader, Match<Integer> first) {
        if (joints.stream().noneMatch(word -> reader.tokens().is(first.end(), word))) {
            return Optional.empty();
        }
        return number.read(reader, first.end() + 1).stream()
                .filter(last -> last.value() > first.value())
                .findFirst()
                .map(last -> stepped(reader, first.value(), last));
    }

    private Match<List<Integer>> stepped(Reader reader, int first, Match<Integer> last) {
        for (Tokens words : steps) {
            int end = reader.tokens().after(last.end(), words);
            long distance = end < 0 ? -1 : reader.tokens().number(end);
            if (distance > 0 && distance <= last.value()) {
                return new Match<>(every((int) distance, first, last.value()), end + 1);
            }
        }
        return new Match<>(every(1, first, last.value()), last.end());
    }

    private static List<Integer> every(int distance, int first, int last) {
        return IntStream.iterate(first, number -> number <= last, number -> number + distance)
                .boxed()
                .toList();
    }
}
