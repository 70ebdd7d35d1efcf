package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that the grammar shared by the languages can say: which parts of a rule it takes, and which parts a reader gets back. A
 * language's phrase of the same key is its text. Immutable.
 */
final class Clause {
    private final String key;
    private final Optional<Predicate<Parts>> when;
    private final List<Fixed<?>> fixed;
    private final List<Filled<?>> filled;

    /** Parts of which a sentence takes all days together, so that "and" stands between them. */
    private static final List<List<Part<?>>> UNIONS = List.of(
            List.of(Part.YEAR_DAYS, Part.YEAR_DAYS_FROM_END),
            List.of(Part.MONTH_DAYS, Part.MONTH_DAYS_FROM_END, Part.NEAREST, Part.NEAREST_FROM_END),
            List.of(Part.WEEKS, Part.WEEKS_FROM_END));

    /** A part with the value it must have. */
    record Fixed<T>(Part<T> part, T value) {
        boolean holds(Parts parts) {
            return parts.get(part).filter(value::equals).isPresent();
        }

        Said said() {
            return new Said(part, parts -> parts.add(part, value));
        }
    }

    /** A part whose value fills slots. */
    record Filled<T>(Part<T> part, Function<T, Values> taken, Function<Values, T> made) {
        static <T> Filled<T> of(Part<T> part) {
            return new Filled<>(part, value -> Values.of(part.name(), value), values -> values.get(part));
        }

        Values values(Parts parts) {
            return taken.apply(parts.get(part).orElseThrow());
        }

        Said said(Values values) {
            T value = made.apply(values);
            return new Said(part, parts -> parts.add(part, value));
        }
    }

    /** A part that was said, to be added to the others. */
    record Said(Part<?> part, Predicate<Parts> addedTo) {}

    private Clause(String key, Optional<Predicate<Parts>> when, List<Fixed<?>> fixed, List<Filled<?>> filled) {
        this.key = key;
        this.when = when;
        this.fixed = fixed;
        this.filled = filled;
    }

    static Clause of(String key) {
        return new Clause(key, Optional.empty(), List.of(), List.of());
    }

    /** This clause, saying that a part has a value. */
    <T> Clause says(Part<T> part, T value) {
        return new Clause(key, when, with(fixed, new Fixed<>(part, value)), filled);
    }

    /** This clause, saying a part by the slot of its name. */
    Clause fills(Part<?> part) {
        return fills(Filled.of(part));
    }

    Clause fills(Filled<?> part) {
        return new Clause(key, when, fixed, with(filled, part));
    }

    /** This clause, written only where the parts are like this. */
    Clause when(Predicate<Parts> condition) {
        return new Clause(key, Optional.of(condition), fixed, filled);
    }

    /** This clause, read but never written. */
    Clause readOnly() {
        return when(parts -> false);
    }

    private static <T> List<T> with(List<T> list, T element) {
        List<T> more = new ArrayList<>(list);
        more.add(element);
        return List.copyOf(more);
    }

    /** Whether this clause adds to what the other one says. */
    boolean addsTo(Clause before) {
        return UNIONS.stream().anyMatch(union -> isIn(union) && before.isIn(union));
    }

    private boolean isIn(List<Part<?>> union) {
        return filled.stream().anyMatch(part -> union.contains(part.part()));
    }

    String key() {
        return key;
    }

    /** Whether this clause can say something of the parts, all of what it takes. */
    boolean writes(Parts parts) {
        return when.map(condition -> condition.test(parts)).orElse(true)
                && fixed.stream().allMatch(part -> part.holds(parts))
                && filled.stream().allMatch(part -> parts.has(part.part()));
    }

    /** The values for the phrase's slots; what they say is taken from the parts. */
    Values take(Parts parts) {
        Values values = new Values();
        for (Filled<?> part : filled) {
            values = values.with(part.values(parts));
        }
        remove(parts::remove);
        return values;
    }

    private void remove(Consumer<Part<?>> remover) {
        fixed.forEach(part -> remover.accept(part.part()));
        filled.forEach(part -> remover.accept(part.part()));
    }

    /** What was said, by the values of the phrase's slots. */
    List<Said> said(Values values) {
        List<Said> said = new ArrayList<>();
        fixed.forEach(part -> said.add(part.said()));
        filled.forEach(part -> said.add(part.said(values)));
        return said;
    }
}
