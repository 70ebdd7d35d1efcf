package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** R8: rows of one side that say what they are, such as fees and interest; they stay open with what is to be booked for them. */
final class ExplainKind implements Kind {
    static final String NAME = "explain";
    static final String WORDS = "words";
    static final String AS = "as";
    static final String ACCOUNT = "account";
    static final String LEAST = "least";
    static final String MOST = "most";
    private static final int MOST_AMOUNT = 999_999_999;

    /** What a row is. */
    enum Nature {
        FEE,
        INTEREST,
        TAX,
        OTHER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Nature of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public List<RuleParameter> parameters() {
        List<RuleParameter> parameters = new ArrayList<>();
        parameters.add(Parameters.text(WORDS, 400));
        parameters.add(Parameters.word(AS, Nature.FEE.word(), words()));
        parameters.add(Parameters.text(ACCOUNT, 40));
        parameters.add(Parameters.amount(LEAST, -MOST_AMOUNT, -MOST_AMOUNT, MOST_AMOUNT));
        parameters.add(Parameters.amount(MOST, MOST_AMOUNT, -MOST_AMOUNT, MOST_AMOUNT));
        parameters.addAll(Window.parameters());
        return List.copyOf(parameters);
    }

    private static String[] words() {
        return Arrays.stream(Nature.values()).map(Nature::word).toArray(String[]::new);
    }

    @Override
    public boolean readsContents() {
        return true;
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new ExplainPass(settings);
    }
}
