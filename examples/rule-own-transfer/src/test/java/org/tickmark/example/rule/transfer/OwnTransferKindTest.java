package org.tickmark.example.rule.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.rule.FakeRow;
import org.tickmark.testkit.rule.FakeRuleRun;

class OwnTransferKindTest {
    private static FakeRuleRun run(String days, FakeRow... rows) {
        OwnTransferKind kind = new OwnTransferKind();
        FakeRuleRun run = FakeRuleRun.of(kind, Map.of("days", days, "word", "egen"), rows);
        kind.match(run);
        return run;
    }

    @Test
    void pairsWhatGoesOutWithWhatComesIn() {
        FakeRuleRun run = run(
                "3",
                FakeRow.bank("2026-01-05", "-500.00").text("Egen overføring"),
                FakeRow.bank("2026-01-08", "500.0").text("EGEN OVERFØRING"));
        assertThat(run.matches()).hasSize(1);
        assertThat(run.matches().get(0).reasons()).hasToString("[500.00 goes out and comes in, 3 days apart]");
    }

    @Test
    void leavesOpenWhatIsTooFarApartOrOnOtherSidesOrSaysSomethingElse() {
        FakeRuleRun run = run(
                "2",
                FakeRow.bank("2026-01-05", "-500.00").text("egen"),
                FakeRow.bank("2026-01-08", "500.00").text("egen"),
                FakeRow.bank("2026-01-05", "500.00").text("Faktura 17"),
                FakeRow.ledger("2026-01-05", "500.00").text("egen"));
        assertThat(run.matches()).isEmpty();
        assertThat(run.suggestions()).isEmpty();
    }

    @Test
    void suggestsBothWhereTwoCouldBeMeant() {
        FakeRuleRun run = run(
                "2",
                FakeRow.bank("2026-01-05", "-500.00").text("egen"),
                FakeRow.bank("2026-01-05", "500.00").text("egen, a"),
                FakeRow.bank("2026-01-06", "500.00").text("egen, b"));
        assertThat(run.matches()).isEmpty();
        assertThat(run.suggestions()).hasSize(2);
    }

    @Test
    void everyLanguageHasEveryText() {
        MessageFiles.check(OwnTransferKind.class);
    }
}
