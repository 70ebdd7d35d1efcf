package org.tickmark.testkit.rule;

import java.util.List;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.api.rule.RuleRun;

/** A kind that keeps the contract: it pairs rows of the same amount and day of which there are no others. */
class SameAmountKind implements RuleKind {
    @Override
    public Message summary() {
        return Message.verbatim("Pairs rows of the same amount and day");
    }

    @Override
    public List<RuleParameter> parameters() {
        return List.of(
                RuleParameter.text("word", "", 20, Message.verbatim("what both rows say")),
                RuleParameter.number("least", 0, 0, 1_000, Message.verbatim("least amount")));
    }

    @Override
    public void match(RuleRun run) throws Exception {
        look(run);
        for (OpenRow bank : run.rows()) {
            List<OpenRow> alike =
                    run.rows().stream().filter(row -> isLike(bank, row)).toList();
            if (bank.side() == OpenRow.Side.BANK && alike.size() == 2) {
                if (alike.get(1).side() == OpenRow.Side.LEDGER) {
                    found(run, alike);
                }
            } else if (alike.size() > 2) {
                run.suggest(alike.subList(0, 2), reasons(), doubt());
            }
        }
    }

    /** Asks whether to stop. */
    void look(RuleRun run) throws Exception {
        run.cancel().throwIfCancelled();
    }

    static boolean isLike(OpenRow one, OpenRow other) {
        return one.amount().compareTo(other.amount()) == 0 && one.bookingDate().equals(other.bookingDate());
    }

    /** Tells of two rows that belong together. */
    void found(RuleRun run, List<OpenRow> rows) {
        run.match(rows, reasons());
    }

    List<Message> reasons() {
        return List.of(Message.verbatim("The same amount on the same day"));
    }

    Message doubt() {
        return Message.verbatim("There are others");
    }
}
