package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** R4: all rows of both sides with the same reference, when they sum to nought. */
final class KeyZeroKind implements Kind {
    static final String NAME = "key-zero";
    private static final String GAP = "gap";
    private static final String LIMIT = "limit";

    @Override
    public List<RuleParameter> parameters() {
        return List.of(
                Parameters.word(
                        OneOneKind.KEY,
                        ReferenceKey.TYPED.word(),
                        ReferenceKey.TYPED.word(),
                        ReferenceKey.CAPTURED.word()),
                Parameters.number(GAP, 14, 0, 999),
                Parameters.number(LIMIT, 500, 2, 100_000));
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new KeyZeroPass(
                ReferenceKey.of(settings.get(OneOneKind.KEY)),
                Integer.parseInt(settings.get(GAP)),
                Integer.parseInt(settings.get(LIMIT)));
    }
}
