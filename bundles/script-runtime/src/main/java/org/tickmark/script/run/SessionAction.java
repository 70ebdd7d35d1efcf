package org.tickmark.script.run;

import java.util.List;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.macro.ActionCall;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskParameter;

/**
 * An action of Tickmark's own.
 *
 * @param work does it
 */
record SessionAction(
        Message summary, Permission permission, List<TaskParameter> parameters, List<String> results, Work work)
        implements MacroAction {
    /** Does an action of a session. */
    @FunctionalInterface
    interface Work {
        /** Does it, and returns its results. */
        Map<String, String> on(Session session, Map<String, String> parameters);
    }

    @Override
    public Map<String, String> run(ActionCall call) {
        return work.on(((SessionCall) call).session(), call.parameters());
    }
}
