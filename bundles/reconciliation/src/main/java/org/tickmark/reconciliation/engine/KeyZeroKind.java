package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;

/** R4: all rows of both sides with the same reference, when they sum to nought. */
final class KeyZeroKind implements RuleKind {
    static final String NAME = "key-zero";
    private static final String GAP = "gap";
    private static final String LIMIT = "limit";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.word(
                        OneOneKind.KEY,
                        ReferenceKey.TYPED.word(),
                        ReferenceKey.TYPED.word(),
                        ReferenceKey.CAPTURED.word()),
                Parameter.number(GAP, 14, 0, 999),
                Parameter.number(LIMIT, 500, 2, 100_000));
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new KeyZeroPass(
                ReferenceKey.of(settings.get(OneOneKind.KEY)),
                Integer.parseInt(settings.get(GAP)),
                Integer.parseInt(settings.get(LIMIT)));
    }
}
