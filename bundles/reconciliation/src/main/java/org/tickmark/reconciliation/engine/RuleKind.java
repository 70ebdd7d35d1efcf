package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;

/** A way to match. Its passes decide by what is open when they begin, by contents and counts. */
interface RuleKind {
    /** What rules call it. */
    String name();

    /** What rules of this kind may set. */
    List<Parameter> parameters();

    /**
     * A pass with these settings.
     *
     * @param settings a checked value for each of the parameters
     */
    Pass pass(Map<String, String> settings);
}
