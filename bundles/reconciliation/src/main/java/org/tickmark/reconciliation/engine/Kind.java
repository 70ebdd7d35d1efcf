package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** A way to match. Its passes decide by what is open when they begin, by contents and counts. */
interface Kind {
    /** What rules of this kind may set. */
    List<RuleParameter> parameters();

    /** Whether its passes look at rows as they were given, and not at columns and keys alone. */
    default boolean readsContents() {
        return false;
    }

    /**
     * A pass with these settings.
     *
     * @param settings a checked value for each of the parameters
     */
    Pass pass(Map<String, String> settings);
}
