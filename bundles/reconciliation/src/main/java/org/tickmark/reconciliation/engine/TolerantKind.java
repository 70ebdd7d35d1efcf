package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/**
 * R2: a bank row and a ledger row with the key in common whose amounts differ a little, or are the same in another currency or by a rate; the difference is one of
 * the match.
 */
final class TolerantKind implements Kind {
    static final String NAME = "one-one-tolerant";
    static final String DIFFERENCE = "difference";

    /** What a difference is. */
    enum Difference {
        ROUNDING,
        FEE,
        DISCOUNT,
        EXCHANGE,
        OTHER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static String[] words() {
            Difference[] all = values();
            String[] words = new String[all.length];
            for (int i = 0; i < all.length; i++) {
                words[i] = all[i].word();
            }
            return words;
        }
    }

    @Override
    public List<RuleParameter> parameters() {
        List<RuleParameter> parameters = new ArrayList<>();
        parameters.add(Blocks.parameter(ReferenceKey.TYPED.word()));
        parameters.addAll(Compared.parameters());
        parameters.addAll(Window.parameters());
        parameters.addAll(Tolerance.parameters());
        parameters.add(Parameters.word(DIFFERENCE, Difference.OTHER.word(), Difference.words()));
        return List.copyOf(parameters);
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new TolerantPairs(settings);
    }
}
