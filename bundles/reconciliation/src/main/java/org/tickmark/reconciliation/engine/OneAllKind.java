package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** R3: a row and all rows of the other side that have the key in common with it in its window. */
final class OneAllKind implements Kind {
    static final String NAME = "one-all";

    @Override
    public List<RuleParameter> parameters() {
        return TotalPass.parameters(ReferenceKey.TYPED.word());
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return TotalPass.of(settings, new WindowTotals());
    }
}
