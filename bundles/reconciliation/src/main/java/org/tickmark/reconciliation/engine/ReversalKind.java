package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;

/** R0: an entry and its reversal on the same side. */
final class ReversalKind implements RuleKind {
    static final String NAME = "reversal";
    private static final String WINDOW = "window";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.number(WINDOW, 30, 0, 999));
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new ReversalPass(Integer.parseInt(settings.get(WINDOW)));
    }
}
