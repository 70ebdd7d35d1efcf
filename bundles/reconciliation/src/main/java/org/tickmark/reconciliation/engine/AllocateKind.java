package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** R7: a bank row that pays several ledger rows, the oldest first. */
final class AllocateKind implements Kind {
    static final String NAME = "allocate";

    @Override
    public List<RuleParameter> parameters() {
        List<RuleParameter> parameters = new ArrayList<>();
        parameters.add(Blocks.parameter(Blocks.COUNTERPARTY));
        parameters.addAll(Window.parameters());
        parameters.add(Parameters.number(AllocatePass.LIMIT, 60, 2, 1_000));
        parameters.add(
                Parameters.word(AllocatePass.PARTS, AllocatePass.SUGGEST, AllocatePass.SUGGEST, AllocatePass.MATCH));
        return List.copyOf(parameters);
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new AllocatePass(settings);
    }
}
