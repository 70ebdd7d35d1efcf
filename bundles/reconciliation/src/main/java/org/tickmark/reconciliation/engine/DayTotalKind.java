package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;

/** R6: a row and all rows of one day on the other side, or those of them with the same wording, that have the key in common with it. */
final class DayTotalKind implements RuleKind {
    static final String NAME = "day-total";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Parameter> parameters() {
        return TotalPass.parameters(Blocks.COUNTERPARTY);
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return TotalPass.of(settings, new DayTotals());
    }
}
