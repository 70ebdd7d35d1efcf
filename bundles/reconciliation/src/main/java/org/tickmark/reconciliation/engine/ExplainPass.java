package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tickmark.api.message.Message;

/**
 * Explains bank rows of which the text says what they are, and which no ledger row could be meant by: none that is open has the amount and does not
 * speak against it. They are matched with nothing and stay open, with what is to be booked.
 */
final class ExplainPass implements Pass {
    private static final int MOST_LOOKED_AT = 64;

    private final List<String> words;
    private final ExplainKind.Nature nature;
    private final String account;
    private final BigDecimal least;
    private final BigDecimal most;
    private final Window window;

    ExplainPass(Map<String, String> settings) {
        words = Arrays.stream(settings.get(ExplainKind.WORDS).split(","))
                .map(word -> Folding.fold(word.strip()))
                .filter(word -> !word.isEmpty())
                .toList();
        nature = ExplainKind.Nature.of(settings.get(ExplainKind.AS));
        account = settings.get(ExplainKind.ACCOUNT);
        least = new BigDecimal(settings.get(ExplainKind.LEAST));
        most = new BigDecimal(settings.get(ExplainKind.MOST));
        window = Window.of(settings);
    }

    @Override
    public void run(Board board) {
        Snapshot rows = board.rows();
        Neighbours neighbours = new Neighbours(board);
        for (int row = 0; row < rows.bankRows(); row++) {
            if (board.isOpen(row) && fits(rows.contents(row)) && !hasCounterpart(board, neighbours, row)) {
                board.explain(new Explanation(row, board.ruleName(), nature, account));
            }
        }
    }

    private boolean fits(Entry entry) {
        if (entry.amount().compareTo(least) < 0 || entry.amount().compareTo(most) > 0) {
            return false;
        }
        String text = Folding.fold(entry.text() + '\n' + entry.party());
        return words.stream().anyMatch(text::contains);
    }

    private boolean hasCounterpart(Board board, Neighbours neighbours, int row) {
        Snapshot rows = board.rows();
        int day = rows.day(row);
        IntList others = neighbours.rows(
                rows.amountId(row), false, window.earliest(day, true), window.latest(day, true), MOST_LOOKED_AT);
        for (int i = 0; i < others.size(); i++) {
            if (board.relations().of(row, others.get(i)) != Relations.Verdict.DISAGREE) {
                return true;
            }
        }
        return others.size() == MOST_LOOKED_AT;
    }

    @Override
    public Window window() {
        return window;
    }

    /** It matches nothing. */
    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        return List.of();
    }
}
