package org.tickmark.script.debug;

import org.tickmark.api.host.script.DebugSession;
import org.tickmark.api.script.ScriptPosition;

/** How far a run is to go from where it stands. Immutable. */
final class Walk {
    private final DebugSession.Step step;
    private final ScriptPosition from;
    private final int depth;
    private final ScriptPosition to;

    private Walk(DebugSession.Step step, ScriptPosition from, int depth, ScriptPosition to) {
        this.step = step;
        this.from = from;
        this.depth = depth;
        this.to = to;
    }

    /** To the first statement there is. */
    static Walk toEntry() {
        return new Walk(DebugSession.Step.INTO, null, -1, null);
    }

    /**
     * A step.
     *
     * @param from where the run stands
     * @param depth how many calls it is in there
     */
    static Walk step(DebugSession.Step step, ScriptPosition from, int depth) {
        return new Walk(step, from, depth, null);
    }

    /** To a statement. */
    static Walk to(ScriptPosition position) {
        return new Walk(DebugSession.Step.ON, null, -1, position);
    }

    /** Whether it ends before this statement. */
    boolean endsAt(ScriptPosition position, int atDepth) {
        return switch (step) {
            case INTO -> atDepth != depth || isElsewhere(position);
            case OVER -> atDepth < depth || (atDepth == depth && isElsewhere(position));
            case OUT -> atDepth < depth;
            case ON -> position.equals(to);
        };
    }

    /** Whether it is another line, or the same statement once more. */
    private boolean isElsewhere(ScriptPosition position) {
        return position.line() != from.line() || !position.source().equals(from.source()) || position.equals(from);
    }
}
