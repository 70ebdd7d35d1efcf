package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleRun;

/**
 * What the kind of a plugin is handed. Every match is checked as it is told; nothing reaches the board before {@link #deliver}. Safe against a
 * plugin that goes on in another thread: after {@link #end} it takes nothing more.
 */
final class AddedRun implements RuleRun {
    private static final int SUGGESTIONS_A_ROW = 5;
    private static final int MOST_REASONS = 10;
    private static final int LONGEST_REASON = 1_000;

    private final Board board;
    private final Map<String, String> settings;
    private final int[] rowOf;
    private final List<OpenRow> rows;
    private final boolean[] matched;
    private final List<Found> matches = new ArrayList<>();
    private final List<Doubtful> suggestions = new ArrayList<>();
    private String fault;
    private boolean ended;

    AddedRun(Board board, Map<String, String> settings) {
        this.board = board;
        this.settings = Collections.unmodifiableMap(settings);
        IntList open = new IntList();
        for (int row = 0; row < board.rows().size(); row++) {
            if (board.isOpen(row)) {
                open.add(row);
            }
        }
        rowOf = open.toArray();
        matched = new boolean[rowOf.length];
        List<OpenRow> shown = new ArrayList<>(rowOf.length);
        for (int number = 0; number < rowOf.length; number++) {
            shown.add(shown(number, board.rows().contents(rowOf[number])));
        }
        rows = Collections.unmodifiableList(shown);
    }

    private static OpenRow shown(int number, Entry entry) {
        return new OpenRow(
                number,
                entry.side() == Account.Side.BANK ? OpenRow.Side.BANK : OpenRow.Side.LEDGER,
                entry.bookingDate(),
                entry.valueDate(),
                entry.amount(),
                entry.references(),
                entry.party(),
                entry.partyAccount(),
                entry.bankReference(),
                entry.text());
    }

    @Override
    public Map<String, String> parameters() {
        return settings;
    }

    @Override
    public String currency() {
        return board.rows().currency();
    }

    @Override
    public List<OpenRow> rows() {
        return rows;
    }

    @Override
    public CancelToken cancel() {
        return board.cancel();
    }

    @Override
    public synchronized void match(List<OpenRow> found, List<Message> reasons) {
        int[] members = members(found);
        if (!sumsAreEqual(members)) {
            throw fault("RK-04: a match of " + numbers(found) + " whose sums differ");
        }
        for (OpenRow row : found) {
            if (matched[row.number()]) {
                throw fault("RK-04: row " + row.number() + " in two matches");
            }
            matched[row.number()] = true;
        }
        matches.add(board.found(kept(reasons), members));
    }

    @Override
    public synchronized void suggest(List<OpenRow> found, List<Message> reasons, Message doubt) {
        if (suggestions.size() >= (long) rowOf.length * SUGGESTIONS_A_ROW) {
            throw fault("more than " + SUGGESTIONS_A_ROW + " suggestions a row");
        }
        suggestions.add(new Doubtful(board.found(kept(reasons), members(found)), kept(List.of(doubt))));
    }

    private int[] members(List<OpenRow> found) {
        if (ended) {
            throw fault("the run has ended");
        }
        if (found.size() < 2) {
            throw fault("RK-04: " + numbers(found) + " where at least two rows are expected");
        }
        int[] members = new int[found.size()];
        for (int i = 0; i < members.length; i++) {
            int number = found.get(i).number();
            if (number < 0 || number >= rowOf.length || !found.get(i).equals(rows.get(number))) {
                throw fault("RK-04: row " + number + " is none of this run");
            }
            members[i] = rowOf[number];
        }
        Arrays.sort(members);
        for (int i = 1; i < members.length; i++) {
            if (members[i] == members[i - 1]) {
                throw fault("RK-04: a row twice among " + numbers(found));
            }
        }
        return members;
    }

    private static List<Integer> numbers(List<OpenRow> found) {
        return found.stream().map(OpenRow::number).toList();
    }

    private boolean sumsAreEqual(int[] members) {
        ExactSum sum = new ExactSum();
        for (int row : members) {
            if (board.rows().isBank(row)) {
                sum.add(board.rows().scaled(row));
            } else {
                sum.subtract(board.rows().scaled(row));
            }
        }
        return sum.isZero();
    }

    /** Reasons as texts, so that they stay when the plugin goes. */
    private List<Message> kept(List<Message> reasons) {
        if (reasons.isEmpty() || reasons.size() > MOST_REASONS) {
            throw fault("RK-06: " + reasons.size() + " reasons where 1 to " + MOST_REASONS + " are expected");
        }
        return reasons.stream()
                .map(reason -> Message.translated(text(reason, "en"), text(reason, "nb"), text(reason, "sv")))
                .toList();
    }

    private String text(Message reason, String language) {
        String text = reason.text(Locale.forLanguageTag(language)).strip();
        if (text.isEmpty()) {
            throw fault("RK-06: a reason that says nothing in " + language);
        }
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private IllegalArgumentException fault(String what) {
        if (fault == null) {
            fault = what;
        }
        return new IllegalArgumentException(what);
    }

    /** What the kind did that it must not do, if it did. */
    synchronized Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Takes nothing more. */
    synchronized void end() {
        ended = true;
    }

    /** Hands what was found to the board. */
    synchronized void deliver() {
        matches.forEach(board::propose);
        suggestions.forEach(board::suggest);
    }
}
