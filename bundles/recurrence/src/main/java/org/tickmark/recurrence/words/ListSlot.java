package org.tickmark.recurrence.words;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Several values, joined by commas and "and" or "or". It is read to its end and, as the last value may belong to what follows
 * ("on day 1, 10 times"), to the value before that. Immutable.
 */
final class ListSlot<E> implements Slot<List<E>> {
    private final Slot<List<E>> item;
    private final Function<List<E>, List<String>> items;
    private final String joint;
    private final List<String> joints;

    /**
     * @param item reads one item of the list, which may stand for several values, as a range does
     * @param items the texts of the items that say the values
     * @param joint the word before the last item
     * @param joints the folded words that are read there
     */
    ListSlot(Slot<List<E>> item, Function<List<E>, List<String>> items, String joint, List<String> joints) {
        this.item = item;
        this.items = items;
        this.joint = joint;
        this.joints = List.copyOf(joints);
    }

    @Override
    public String write(List<E> values) {
        List<String> texts = items.apply(values);
        int last = texts.size() - 1;
        return last == 0
                ? texts.get(0)
                : String.join(", ", texts.subList(0, last)) + " " + joint + " " + texts.get(last);
    }

    @Override
    public List<Match<List<E>>> read(Reader reader, int at) {
        List<E> values = new ArrayList<>();
        Deque<Match<Integer>> ends = new ArrayDeque<>();
        int next = at;
        boolean goesOn = true;
        while (goesOn) {
            List<Match<List<E>>> matches = item.read(reader, next);
            if (matches.isEmpty()) {
                break;
            }
            values.addAll(matches.get(0).value());
            int end = matches.get(0).end();
            ends.push(new Match<>(values.size(), end));
            boolean comma = reader.tokens().is(end, ",");
            next = comma ? end + 1 : end;
            boolean joined = isJoint(reader, next);
            next = joined ? next + 1 : next;
            goesOn = comma || joined;
        }
        return ends.stream()
                .limit(2)
                .map(end -> new Match<>(values.subList(0, end.value()), end.end()))
                .toList();
    }

    private boolean isJoint(Reader reader, int at) {
        return joints.stream().anyMatch(word -> reader.tokens().is(at, word));
    }
}
