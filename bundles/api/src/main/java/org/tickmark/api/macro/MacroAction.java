package org.tickmark.api.macro;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.tickmark.api.Permission;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskParameter;

/**
 * A building block of macros. Registered as a service with the property {@link #ACTION}. The host checks the values of parameters and the right that it
 * takes, and audits every use, before it calls.
 *
 * <ul>
 *   <li>MA-01: {@link #parameters} and {@link #results} are the same at every call, name each once, and every default value is one that the parameter allows;
 *       no parameter is a secret.
 *   <li>MA-02: {@link #run} works with what it is handed alone, keeps nothing of the call, and may be called by several threads at once.
 *   <li>MA-03: in a dry run it changes nothing, here or elsewhere, and returns results as they could be.
 *   <li>MA-04: what it does elsewhere under the same {@link ActionCall#once} is done once.
 *   <li>MA-05: a failure is an exception, best a {@link org.tickmark.api.TickmarkException} that says what to do next.
 *   <li>MA-06: it returns soon, or looks at {@link ActionCall#cancel} at least once a second and stops with the exception of
 *       {@link org.tickmark.api.CancelToken#throwIfCancelled}.
 *   <li>MA-07: every result that it returns is one of {@link #results}.
 *   <li>MA-08: of two actions of the same name the one that came first is used.
 * </ul>
 */
@ConsumerType
public interface MacroAction {
    /** Service property: the name of the action, words of a-z and 0-9 joined by hyphens; type {@code String}, required. */
    String ACTION = "tickmark.action";

    /** What it does, in one line. */
    Message summary();

    /** The right that the macro's caller must hold. */
    Permission permission();

    /** Its parameters. */
    List<TaskParameter> parameters();

    /** Names of the values that it leaves for later actions: lower-case words joined by hyphens. */
    default List<String> results() {
        return List.of();
    }

    /**
     * Does it.
     *
     * @return values by name; those that are not there are empty
     * @throws Exception if it failed
     */
    Map<String, String> run(ActionCall call) throws Exception;
}
