package org.tickmark.example.rule.transfer;

import java.util.Map;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.testkit.rule.FakeRow;
import org.tickmark.testkit.rule.FakeRuleRun;
import org.tickmark.testkit.rule.RuleKindContract;

class OwnTransferKindContractTest extends RuleKindContract {
    private final RuleKind kind = new OwnTransferKind();

    @Override
    protected RuleKind kind() {
        return kind;
    }

    @Override
    protected FakeRuleRun goodRun() {
        return FakeRuleRun.of(
                kind,
                Map.of("days", "1"),
                FakeRow.bank("2026-01-05", "-500.00").text("Transfer to savings"),
                FakeRow.bank("2026-01-06", "500.00").text("TRANSFER from 1200"),
                FakeRow.bank("2026-01-06", "-70.00").text("Transfer"),
                FakeRow.bank("2026-01-06", "70.00").text("Transfer, first"),
                FakeRow.bank("2026-01-07", "70.00").text("Transfer, second"));
    }
}
