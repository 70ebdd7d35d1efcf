package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.rule.RuleParameter;

/** R9: bank rows and ledger rows that have nothing in common but what two other groups matched with both: a settlement, or a clearing account. */
final class ChainKind implements Kind {
    static final String NAME = "chain";
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final int LONGEST = 100;

    @Override
    public List<RuleParameter> parameters() {
        return List.of(Parameters.text(FIRST, LONGEST), Parameters.text(SECOND, LONGEST));
    }

    /** The groups that a rule of this kind chains. */
    static Chains.Pair pair(Rule rule) {
        return pair(rule.parameters());
    }

    private static Chains.Pair pair(Map<String, String> settings) {
        return new Chains.Pair(settings.getOrDefault(FIRST, ""), settings.getOrDefault(SECOND, ""));
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new ChainPass(pair(settings));
    }
}
