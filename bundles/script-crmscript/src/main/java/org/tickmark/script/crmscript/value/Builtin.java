package org.tickmark.script.crmscript.value;

import java.util.List;
import java.util.Optional;

/**
 * A function or method of the library. It counts the work it does and the memory it takes before it does and takes it.
 *
 * @param name what scripts call it; for a constructor the name of the type
 * @param receiver the type whose method it is
 * @param parameters what it takes
 * @param result what it returns
 * @param mutates whether the value whose method it is becomes what {@code code} returns; such a value is a text, a date or a time
 * @param code what it does
 */
public record Builtin(
        String name, Optional<Type> receiver, List<Type> parameters, Type result, boolean mutates, Code code)
        implements Callable {
    /** What a built-in does. */
    @FunctionalInterface
    public interface Code {
        /** The result, boxed; null for none. */
        Object call(Run run, Arguments arguments);
    }
}
