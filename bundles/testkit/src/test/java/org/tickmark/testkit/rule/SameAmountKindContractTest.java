package org.tickmark.testkit.rule;

import java.util.Map;
import org.tickmark.api.rule.RuleKind;

class SameAmountKindContractTest extends RuleKindContract {
    @Override
    protected RuleKind kind() {
        return new SameAmountKind();
    }

    @Override
    protected FakeRuleRun goodRun() {
        return rows(kind());
    }

    static FakeRuleRun rows(RuleKind kind) {
        return FakeRuleRun.of(
                kind,
                Map.of("least", "1"),
                FakeRow.bank("2026-01-05", "500.00").text("one"),
                FakeRow.ledger("2026-01-05", "500.00").party("Anna"),
                FakeRow.bank("2026-01-07", "70.00").reference("1234574"),
                FakeRow.ledger("2026-01-07", "70.00").partyAccount("55-1"),
                FakeRow.bank("2026-01-08", "70.00"),
                FakeRow.bank("2026-01-08", "70.00").text("other"),
                FakeRow.ledger("2026-01-08", "70.00"));
    }
}
