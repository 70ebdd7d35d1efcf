package org.tickmark.api.script;

import java.util.List;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ConsumerType;

/** A value under a name, to be shown and unfolded. To be read by the thread that works with the run, before the run goes on. */
@ConsumerType
public interface ScriptVariable {
    /** What it is called: a variable, a field, an index or a key. */
    String name();

    /** Its type, as the language writes it. */
    String type();

    /** Its value in one line, cut at {@value #LONGEST} characters. */
    String text();

    /** Its value as a number, if it is a whole number that its text shows in decimal digits: traces ask for it at each statement. */
    default OptionalLong whole() {
        return OptionalLong.empty();
    }

    /** What is inside: fields, elements, entries; at most {@value #MOST_CHILDREN}, in order. */
    List<ScriptVariable> children();

    /** The longest text, in characters. */
    int LONGEST = 1_000;

    /** The most children. */
    int MOST_CHILDREN = 1_000;
}
