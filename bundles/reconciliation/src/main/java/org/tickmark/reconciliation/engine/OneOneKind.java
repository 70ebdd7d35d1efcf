package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** R1: a bank row and a ledger row of the same amount. */
final class OneOneKind implements Kind {
    static final String NAME = "one-one";
    static final String KEY = "key";
    static final String COUNTERPARTY = "counterparty";
    static final String AMOUNT_WINDOW = "amount-window";
    private static final String GUARD = "guard";
    private static final String ODDS = "odds";

    @Override
    public List<RuleParameter> parameters() {
        List<RuleParameter> parameters = new ArrayList<>();
        parameters.add(Parameters.word(
                KEY,
                ReferenceKey.TYPED.word(),
                ReferenceKey.TYPED.word(),
                ReferenceKey.CAPTURED.word(),
                COUNTERPARTY,
                AMOUNT_WINDOW));
        parameters.addAll(Window.parameters());
        parameters.add(Ambiguity.parameter());
        parameters.add(Parameters.number(GUARD, 30, 0, 999));
        parameters.add(Parameters.number(ODDS, 1000, 0, 1_000_000));
        return List.copyOf(parameters);
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        Window window = Window.of(settings);
        Ambiguity ambiguity = Ambiguity.of(settings);
        return switch (settings.get(KEY)) {
            case COUNTERPARTY -> new CounterpartyPairs(window, ambiguity);
            case AMOUNT_WINDOW ->
                new AmountPairs(
                        window, ambiguity, Integer.parseInt(settings.get(GUARD)), Integer.parseInt(settings.get(ODDS)));
            default -> new ReferencePairs(ReferenceKey.of(settings.get(KEY)), window, ambiguity);
        };
    }
}
