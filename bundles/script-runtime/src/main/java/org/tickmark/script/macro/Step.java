package org.tickmark.script.macro;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.script.condition.Condition;

/**
 * One action of a macro. Immutable.
 *
 * @param name what later actions know its results by
 * @param action name of the action
 * @param condition whether it is done
 * @param parameters its parameters
 * @param position where it stands
 */
record Step(
        String name, String action, Condition condition, Map<String, Template> parameters, ScriptPosition position) {
    Step {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
