package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** R5: a row and those rows of the other side, out of all that have the key in common with it, that have its sum and are the only ones to have it. */
final class SubsetKind implements Kind {
    static final String NAME = "one-subset";

    @Override
    public List<RuleParameter> parameters() {
        return SubsetPass.parameters();
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new SubsetPass(settings);
    }
}
