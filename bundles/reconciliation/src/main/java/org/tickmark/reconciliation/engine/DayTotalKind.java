package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** R6: a row and all rows of one day on the other side, or those of them with the same wording, that have the key in common with it. */
final class DayTotalKind implements Kind {
    static final String NAME = "day-total";

    @Override
    public List<RuleParameter> parameters() {
        return TotalPass.parameters(Blocks.COUNTERPARTY);
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return TotalPass.of(settings, new DayTotals());
    }
}
