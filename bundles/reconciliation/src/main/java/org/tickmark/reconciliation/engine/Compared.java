package org.tickmark.reconciliation.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleParameter;

/** Which amounts of a bank row and a ledger row a tolerant rule compares; what differs between those booked is the difference of the match. */
enum Compared {
    /** Those booked. Where they are equal there is no difference to be told, and other rules pair them. */
    BOOKED {
        @Override
        PairFinder.Filter near(Snapshot rows, Tolerance.Scaled tolerance) {
            return (bank, ledger) -> rows.scaled(bank) != rows.scaled(ledger) && tolerance.holds(bank, ledger);
        }
    },
    /** Those in another currency, which both rows have and which are equal. */
    ORIGINAL {
        @Override
        PairFinder.Filter near(Snapshot rows, Tolerance.Scaled tolerance) {
            return (bank, ledger) -> rows.shareOriginal(bank, ledger) && tolerance.holds(bank, ledger);
        }

        @Override
        boolean isIn(Snapshot rows) {
            return rows.haveOriginals();
        }

        @Override
        void tell(Snapshot rows, int bank, int ledger, List<Message> reasons) {
            reasons.add(Evidence.sameOriginal(rows, bank));
        }
    };

    private static final String AMOUNTS = "amounts";

    static RuleParameter parameter() {
        return Parameters.word(
                AMOUNTS,
                BOOKED.word(),
                Arrays.stream(values()).map(Compared::word).toArray(String[]::new));
    }

    static Compared of(Map<String, String> settings) {
        return valueOf(settings.get(AMOUNTS).toUpperCase(Locale.ROOT));
    }

    /** The parameter that asks for it, and its value. */
    Map.Entry<String, String> setting() {
        return Map.entry(AMOUNTS, word());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a bank row and a ledger row have such amounts, and these let them be a pair. */
    abstract PairFinder.Filter near(Snapshot rows, Tolerance.Scaled tolerance);

    /** Whether there are such amounts at all. */
    boolean isIn(Snapshot rows) {
        return rows.size() > 0;
    }

    /** Tells what was compared, where that is not what was booked. */
    void tell(Snapshot rows, int bank, int ledger, List<Message> reasons) {}
}
