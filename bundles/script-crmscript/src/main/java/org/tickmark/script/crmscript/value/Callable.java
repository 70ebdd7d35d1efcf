package org.tickmark.script.crmscript.value;

import java.util.List;

/** Something that a script can call: what it is called, what it takes, what it returns. */
public interface Callable {
    /** What it is called. */
    String name();

    /** The types of its parameters, without the value whose method it is. */
    List<Type> parameters();

    /** The type of its result. */
    Type result();

    /** {@code name(Type, Type)}, as messages show it. */
    default String signature() {
        return name() + "("
                + String.join(", ", parameters().stream().map(Type::word).toList()) + ")";
    }
}
