package org.tickmark.example.rule.transfer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.api.rule.RuleRun;

/** Pairs the two halves of a transfer between own accounts; the README says what for. Keeps nothing between two runs. */
@Component(property = RuleKind.RULE + "=own-transfer")
public final class OwnTransferKind implements RuleKind {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(OwnTransferKind.class);
    private static final String WORD = "word";
    private static final String DAYS = "days";

    /** What the two halves of a transfer have in common: the side, and the amount without its sign. */
    private record Transfer(OpenRow.Side side, BigDecimal amount) {
        static Transfer of(OpenRow row) {
            return new Transfer(row.side(), row.amount().abs().stripTrailingZeros());
        }
    }

    @Override
    public Message summary() {
        return MESSAGES.message("own-transfer");
    }

    @Override
    public List<RuleParameter> parameters() {
        return List.of(
                RuleParameter.text(WORD, "transfer", 40, MESSAGES.message("own-transfer.word")),
                RuleParameter.number(DAYS, 3, 0, 30, MESSAGES.message("own-transfer.days")));
    }

    @Override
    public void match(RuleRun run) {
        String word = run.parameters().get(WORD).toLowerCase(Locale.ROOT);
        int days = Integer.parseInt(run.parameters().get(DAYS));
        Map<Transfer, List<OpenRow>> byAmount = new LinkedHashMap<>();
        for (OpenRow row : run.rows()) {
            if (row.text().toLowerCase(Locale.ROOT).contains(word)) {
                byAmount.computeIfAbsent(Transfer.of(row), transfer -> new ArrayList<>())
                        .add(row);
            }
        }
        for (List<OpenRow> rows : byAmount.values()) {
            run.cancel().throwIfCancelled();
            rows.forEach(row -> pair(run, row, rows, days));
        }
    }

    /** Matches a row that goes out with the one that comes in, if each is the other's only one; suggests those that could be meant. */
    private static void pair(RuleRun run, OpenRow out, List<OpenRow> rows, int days) {
        if (out.amount().signum() >= 0) {
            return;
        }
        List<OpenRow> partners = partners(out, rows, days);
        for (OpenRow in : partners) {
            List<OpenRow> both = List.of(out, in);
            List<Message> reasons = List.of(MESSAGES.message("own-transfer.opposite", in.amount(), distance(out, in)));
            if (partners.size() == 1 && partners(in, rows, days).size() == 1) {
                run.match(both, reasons);
            } else if (partners.size() <= 3) {
                run.suggest(both, reasons, MESSAGES.message("own-transfer.several"));
            }
        }
    }

    private static List<OpenRow> partners(OpenRow row, List<OpenRow> rows, int days) {
        return rows.stream()
                .filter(other -> other.amount().signum() == -row.amount().signum() && distance(row, other) <= days)
                .toList();
    }

    private static long distance(OpenRow one, OpenRow other) {
        return Math.abs(one.bookingDate().toEpochDay() - other.bookingDate().toEpochDay());
    }
}
