package org.tickmark.api.script;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An object of the host's that a script may use, such as mail or the tasks: a name and a list of methods. A language calls what the list
 * says and nothing else; there is no reflection.
 *
 * <ul>
 *   <li>GO-01: {@link #name} and {@link #methods} are the same at every call.
 *   <li>GO-02: {@link #call} is called with one argument a parameter, each of the class of its type ({@link Value}), none null.
 *   <li>GO-03: {@link #call} returns a value of the class of the method's result type; null for {@link Value#NOTHING}.
 *   <li>GO-04: {@link #call} checks the caller's rights and audits what it does; the language does neither.
 *   <li>GO-05: a failure is a {@link org.tickmark.api.TickmarkException}; the script may catch it as an exception of its own.
 *   <li>GO-06: {@link #call} returns soon. While it does not, the run can be neither cancelled nor paused.
 * </ul>
 */
@ProviderType
public interface GrantedObject {
    /** What arguments and results may be. */
    enum Value {
        /** {@link String}. */
        TEXT,
        /** {@link Long}. */
        INTEGER,
        /** {@link Double}. */
        FLOAT,
        /** {@link Boolean}. */
        FLAG,
        /** {@link java.util.List} of {@link String}. */
        TEXTS,
        /** No value; for results only. */
        NOTHING
    }

    /**
     * A method that a script may call.
     *
     * @param name a letter, then letters and digits
     * @param parameters what it takes
     * @param result what it returns
     */
    record Method(String name, List<Value> parameters, Value result) {
        public Method {
            if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
                throw new IllegalArgumentException("Method '" + name + "': expected a letter, then letters and digits");
            }
            parameters = List.copyOf(parameters);
            if (parameters.contains(Value.NOTHING)) {
                throw new IllegalArgumentException("Method '" + name + "': a parameter cannot be nothing");
            }
        }
    }

    /** What scripts call it: a letter, then letters and digits. */
    String name();

    /** What it can do. Two methods may share a name if they take a different number of parameters. */
    List<Method> methods();

    /** Calls a method of the list. */
    Object call(Method method, List<Object> arguments);
}
