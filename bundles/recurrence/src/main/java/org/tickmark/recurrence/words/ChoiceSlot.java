package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A value that one of several slots writes, and any of them reads. Immutable. */
final class ChoiceSlot<T> implements Slot<T> {
    private final List<Choice<T>> choices;

    /** @param written which values the slot writes; the first choice that takes a value has it */
    record Choice<T>(Predicate<T> written, Slot<T> slot) {}

    ChoiceSlot(List<Choice<T>> choices) {
        this.choices = List.copyOf(choices);
    }

    @Override
    public String write(T value) {
        return choices.stream()
                .filter(choice -> choice.written().test(value))
                .findFirst()
                .orElseThrow()
                .slot()
                .write(value);
    }

    @Override
    public List<Match<T>> read(Reader reader, int at) {
        List<Match<T>> matches = new ArrayList<>();
        choices.forEach(choice -> matches.addAll(choice.slot().read(reader, at)));
        return matches;
    }
}
