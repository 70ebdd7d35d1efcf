package org.tickmark.script.dap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.script.ScriptVariable;

/** Numbers for what a client may unfold, until the run goes on. */
final class Handles {
    private final List<Unfolded> all = new ArrayList<>();

    /**
     * Variables to be shown.
     *
     * @param frame the call whose variables they are, or in which those of the whole program are seen; empty for what is inside a variable
     */
    record Unfolded(Optional<Integer> frame, List<ScriptVariable> variables) {}

    synchronized int add(Optional<Integer> frame, List<ScriptVariable> variables) {
        all.add(new Unfolded(frame, variables));
        return all.size();
    }

    /** A number for what is inside a variable; 0 if nothing is. */
    int inside(ScriptVariable variable) {
        List<ScriptVariable> children = variable.children();
        return children.isEmpty() ? 0 : add(Optional.empty(), children);
    }

    synchronized Unfolded get(int handle) {
        if (handle < 1 || handle > all.size()) {
            throw Texts.problem("debug.handle", "handle").exception();
        }
        return all.get(handle - 1);
    }

    synchronized void clear() {
        all.clear();
    }
}
