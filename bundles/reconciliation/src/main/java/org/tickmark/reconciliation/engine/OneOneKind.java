package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** R1: a bank row and a ledger row of the same amount. */
final class OneOneKind implements RuleKind {
    static final String NAME = "one-one";
    static final String KEY = "key";
    static final String COUNTERPARTY = "counterparty";
    static final String AMOUNT_WINDOW = "amount-window";
    private static final String GUARD = "guard";
    private static final String ODDS = "odds";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.word(
                KEY,
                ReferenceKey.TYPED.word(),
                ReferenceKey.TYPED.word(),
                ReferenceKey.CAPTURED.word(),
                COUNTERPARTY,
                AMOUNT_WINDOW));
        parameters.addAll(Window.parameters());
        parameters.add(Parameter.number(GUARD, 30, 0, 999));
        parameters.add(Parameter.number(ODDS, 1000, 0, 1_000_000));
        return List.copyOf(parameters);
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        Window window = Window.of(settings);
        return switch (settings.get(KEY)) {
            case COUNTERPARTY -> new CounterpartyPairs(window);
            case AMOUNT_WINDOW ->
                new AmountPairs(window, Integer.parseInt(settings.get(GUARD)), Integer.parseInt(settings.get(ODDS)));
            default -> new ReferencePairs(ReferenceKey.of(settings.get(KEY)), window);
        };
    }
}
