package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.message.Message;

/**
 * What two lists of rules make of the same entries.
 *
 * @param group name of the group
 * @param currency ISO 4217 code
 * @param entries how many entries took part
 * @param before what the first list matches
 * @param after what the second list matches
 * @param same how many matches are in both, with just the same entries
 * @param gained how many are in the second only, of entries that the first leaves open
 * @param lost how many are in the first only, of entries that the second leaves open
 * @param changed how many of the second have entries that the first matches otherwise
 * @param examples some of those gained, lost and changed, in this order; as many of each at most
 */
public record WhatIf(
        String group,
        String currency,
        long entries,
        Made before,
        Made after,
        long same,
        long gained,
        long lost,
        long changed,
        List<Example> examples) {
    /** At most so many examples of a kind. */
    public static final int MOST_EXAMPLES = 10;

    public WhatIf {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        examples = List.copyOf(examples);
    }

    /**
     * What a list of rules matches.
     *
     * @param rules what each rule matches, in the order applied
     * @param asByHand how many of its matches are just what people matched by hand
     * @param againstByHand how many have entries that people matched otherwise
     * @param problems why rules were not applied
     */
    public record Made(List<RuleCount> rules, long asByHand, long againstByHand, List<Problem> problems) {
        public Made {
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
        }

        /** How many matches there are. */
        public long matches() {
            return rules.stream().mapToLong(RuleCount::matches).sum();
        }

        /** How many entries are matched. */
        public long entries() {
            return rules.stream()
                    .mapToLong(rule -> rule.bankEntries() + rule.ledgerEntries())
                    .sum();
        }
    }

    /** How a match differs. */
    public enum Difference {
        /** It is in the second list only. */
        GAINED,
        /** It is in the first list only. */
        LOST,
        /** The second list has it in place of others. */
        CHANGED
    }

    /**
     * A match that differs.
     *
     * @param difference how
     * @param rule name of the rule that makes it
     * @param entries its entries, bank side first
     * @param reasons why they belong together
     */
    public record Example(Difference difference, String rule, List<Row> entries, List<Message> reasons) {
        public Example {
            Objects.requireNonNull(difference, "difference");
            Objects.requireNonNull(rule, "rule");
            entries = List.copyOf(entries);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * An entry.
     *
     * @param entryId its key
     * @param side which side it is on
     * @param date when it was booked
     * @param amount its amount, or the part of it that is matched, with its sign
     */
    public record Row(long entryId, Side side, LocalDate date, BigDecimal amount) {
        public Row {
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(amount, "amount");
        }
    }
}
