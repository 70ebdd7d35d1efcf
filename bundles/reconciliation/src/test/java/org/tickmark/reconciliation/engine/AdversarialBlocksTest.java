package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.importer.Reference;

/**
 * Rows made to be slow or to be matched wrongly: the blocks Z1 to Z6. Nothing of them may be matched, and the rules must end. The time is not
 * what is tested: it is far above what they take, and far below what they would take if work grew with the square of the rows.
 */
class AdversarialBlocksTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final Duration MOST = Duration.ofSeconds(15);
    private static final String PARTY = "Sandvall Handel AB";

    private final List<Entry> entries = new ArrayList<>();
    private final Random random = new Random(1);
    private List<Rule> rules;

    @BeforeEach
    void takeAllKinds() {
        rules = new ArrayList<>(RuleList.standard());
        rules.add(new Rule("all", OneAllKind.NAME, Rule.State.AUTOMATIC, Map.of()));
        rules.add(rule("all-of-party", OneAllKind.NAME, "key", Blocks.COUNTERPARTY));
        rules.add(rule("some-of-window", SubsetKind.NAME, "from", "window"));
        rules.add(rule("hints", OneOneKind.NAME, "ambiguity", "suggest"));
        rules.add(rule("fees", ExplainKind.NAME, "words", "avgift, gebyr"));
        rules.add(new Rule("oldest", AllocateKind.NAME, Rule.State.SUGGEST, Map.of()));
    }

    private static Rule rule(String name, String kind, String parameter, String value) {
        return new Rule(name, kind, Rule.State.AUTOMATIC, Map.of(parameter, value));
    }

    @Test
    void z1LeavesManyEqualAmountsWithoutATextOpen() {
        for (int i = 0; i < 100_000; i++) {
            add(i % 5 < 3 ? Side.BANK : Side.LEDGER, i / 5 % 90, 100_00, "", "", "");
        }
        assertThat(run().matches()).isEmpty();
    }

    @Test
    void z2LeavesADepositOpenThatVeryManySumsEqual() {
        for (int i = 1; i <= 60; i++) {
            add(Side.LEDGER, 0, i * 1_000_00L, "", PARTY, "Kassa");
        }
        add(Side.BANK, 0, 400_000_00, "", "", "Insättning SANDVALL HANDEL AB");
        Outcome outcome = run();
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.openRows(Side.BANK)).isEqualTo(1);
    }

    @Test
    void z2SaysThatThereAreTooManySumsOfStillMoreRows() {
        for (int i = 1; i <= 70; i++) {
            add(Side.LEDGER, 0, i * 1_000_00L, "", PARTY, "Kassa");
        }
        add(Side.BANK, 0, 400_000_00, "", "", "Insättning SANDVALL HANDEL AB");
        Outcome outcome = run();
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.reason(0).toString()).contains("So many entries");
    }

    @Test
    void z3LeavesAReferenceOpenThatStandsOnHalfOfAllRows() {
        for (int i = 0; i < 50_000; i++) {
            long amount = 1_000_00L + random.nextInt(100_000_00);
            long shift = 50_00L + i / 2;
            add(Side.BANK, random.nextInt(90), amount, "1234574", "", "");
            add(Side.LEDGER, random.nextInt(90), amount + (i % 2 == 0 ? shift : -shift), "1234574", "", "");
        }
        assertThat(run().matches()).isEmpty();
    }

    @Test
    void z4LeavesFewAmountsOpenInAWindowOfAYear() {
        for (int i = 0; i < 20_000; i++) {
            add(Side.BANK, random.nextInt(730), (1 + random.nextInt(20)) * 100_00L, "", "", "");
            add(Side.LEDGER, random.nextInt(730), (1 + random.nextInt(20)) * 100_00L, "", "", "");
        }
        rules.add(new Rule(
                "year",
                OneOneKind.NAME,
                Rule.State.AUTOMATIC,
                Map.of("key", OneOneKind.AMOUNT_WINDOW, "before", "365", "after", "365")));
        assertThat(run().matches()).isEmpty();
    }

    @Test
    void z5LeavesSumsOpenThatOnlyRunOverToBeEqual() {
        for (int i = 1; i <= 50; i++) {
            String reference = Integer.toString(1_000_000 + i);
            add(Side.BANK, 0, Long.MAX_VALUE, reference, PARTY, "");
            add(Side.BANK, 0, Long.MAX_VALUE - i, reference, PARTY, "");
            add(Side.BANK, 0, 1_000_00 + i, reference, PARTY, "");
            add(Side.LEDGER, 0, 1_000_00 - 2, reference, PARTY, "");
            add(Side.LEDGER, 1, Long.MIN_VALUE, reference, PARTY, "Retur");
        }
        assertThat(run().matches()).isEmpty();
    }

    @Test
    void z6ReadsTextsThatAreMadeToBeSlow() {
        String[] units = {"a", "1 ", "1-", "12 345-", "RF", "RF18 ", "(", "a1", "\u0301", "å ", "0", "9/", "INV-2026/"};
        for (int i = 0; i < 260; i++) {
            String text = units[i % units.length].repeat(4_000 / units[i % units.length].length()) + '!';
            add(Side.BANK, i % 90, 1_000_00 + i, "", text.substring(0, 400), text);
            add(Side.LEDGER, i % 90, 5_000_00 + i, "", text.substring(0, 400), text);
        }
        assertThat(run().matches()).isEmpty();
    }

    private void add(Side side, int day, long amount, String reference, String party, String text) {
        entries.add(new Entry(
                entries.size(),
                side,
                FIRST.plusDays(day),
                Optional.empty(),
                BigDecimal.valueOf(amount, 2),
                reference.isEmpty() ? List.of() : List.of(new Reference(Reference.Type.CREDITOR, reference)),
                party,
                "",
                "",
                text));
    }

    private Outcome run() {
        return Assertions.assertTimeoutPreemptively(MOST, () -> Rows.run(entries, rules));
    }
}
