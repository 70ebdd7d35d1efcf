package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** R0: an entry and its reversal on the same side. */
final class ReversalKind implements Kind {
    static final String NAME = "reversal";
    private static final String WINDOW = "window";

    @Override
    public List<RuleParameter> parameters() {
        return List.of(Parameters.number(WINDOW, 30, 0, 999));
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new ReversalPass(Integer.parseInt(settings.get(WINDOW)));
    }
}
