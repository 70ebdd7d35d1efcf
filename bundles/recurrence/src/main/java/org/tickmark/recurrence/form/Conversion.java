package org.tickmark.recurrence.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule in another form, or why that form cannot say it. There is never a rule that means something else: where something would
 * be lost, there is no rule.
 *
 * @param <T> the other form
 */
public final class Conversion<T> {
    private final Optional<T> value;
    private final List<Loss> losses;

    private Conversion(Optional<T> value, List<Loss> losses) {
        this.value = value;
        this.losses = losses;
    }

    static <T> Conversion<T> to(T value) {
        return new Conversion<>(Optional.of(value), List.of());
    }

    static <T> Conversion<T> lost(Loss.Kind kind, String found) {
        return lost(List.of(new Loss(kind, found)));
    }

    /** @param losses at least one */
    static <T> Conversion<T> lost(List<Loss> losses) {
        return new Conversion<>(Optional.empty(), losses.stream().distinct().toList());
    }

    /** The rule in the other form; empty if something would be lost. */
    public Optional<T> value() {
        return value;
    }

    /** What the other form cannot say; empty if there is a value. */
    public List<Loss> losses() {
        return losses;
    }

    /** What a function makes of the value, or the same losses. */
    <U> Conversion<U> then(Function<T, Conversion<U>> next) {
        return value.isPresent() ? next.apply(value.get()) : lost(losses);
    }

    @Override
    public String toString() {
        return value.map(Object::toString).orElse("lost " + losses);
    }
}
