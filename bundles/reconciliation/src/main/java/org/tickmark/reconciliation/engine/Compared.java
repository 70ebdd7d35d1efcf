package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleParameter;

/** Which amounts of a bank row and a ledger row a tolerant rule compares; what differs between those booked is the difference of the match. */
interface Compared {
    /** The parameter that says which. */
    String AMOUNTS = "amounts";

    /** Those booked. */
    String BOOKED = "booked";

    /** Those in another currency that both rows have. */
    String ORIGINAL = "original";

    /** That in another currency which one row has, by a rate, and that booked of the other. */
    String CONVERTED = "converted";

    static List<RuleParameter> parameters() {
        List<RuleParameter> parameters = new ArrayList<>();
        parameters.add(Parameters.word(AMOUNTS, BOOKED, BOOKED, ORIGINAL, CONVERTED));
        parameters.addAll(ConvertedAmounts.parameters());
        return parameters;
    }

    static Compared of(Map<String, String> settings) {
        return switch (settings.get(AMOUNTS)) {
            case ORIGINAL -> new OriginalAmounts();
            case CONVERTED -> ConvertedAmounts.of(settings);
            default -> new BookedAmounts();
        };
    }

    /** Whether a bank row and a ledger row have such amounts, these are near each other, and those booked are within a tolerance. */
    PairFinder.Filter near(Board board, Tolerance.Scaled tolerance);

    /** Whether any row can have such amounts. */
    default boolean isIn(Snapshot rows) {
        return rows.haveOriginals();
    }

    /** Whether only equal amounts are near each other. */
    default boolean isExact() {
        return false;
    }

    /** Tells what was compared, where that is not what was booked. */
    void tell(Snapshot rows, int bank, int ledger, List<Message> reasons);
}
