package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.message.Message;

/** What applying rules to a snapshot found: matches, and why the rest is open. Safe for reading from many threads. */
public final class Outcome {
    private final Board board;
    private final RuleList rules;
    private final OpenReasons reasons;

    Outcome(Board board, RuleList rules) {
        this.board = board;
        this.rules = rules;
        this.reasons = new OpenReasons(board, rules.widestWindow());
    }

    /** The rows. */
    public Snapshot rows() {
        return board.rows();
    }

    /** The rules applied. */
    public RuleList rules() {
        return rules;
    }

    /** The matches, by rule and then by contents. */
    public List<Found> matches() {
        return Collections.unmodifiableList(board.found());
    }

    /** Why rules were not applied, each with the name of its rule: errors, and warnings of rules that wait for a plugin. */
    public List<Problem> problems() {
        return board.problems();
    }

    /** What each rule matched, in the order applied. */
    public List<RuleCount> ruleCounts() {
        List<Rule> applied = rules.rules();
        long[] matches = new long[applied.size()];
        long[] bank = new long[applied.size()];
        long[] ledger = new long[applied.size()];
        for (Found match : matches()) {
            matches[match.rule()]++;
            for (int row : match.rows()) {
                (rows().isBank(row) ? bank : ledger)[match.rule()]++;
            }
        }
        List<RuleCount> counts = new ArrayList<>();
        for (int i = 0; i < applied.size(); i++) {
            Rule rule = applied.get(i);
            counts.add(new RuleCount(rule.name(), rule.kind(), matches[i], bank[i], ledger[i]));
        }
        return counts;
    }

    /** Why the rows of a match belong together. */
    public List<Message> evidence(Found match) {
        Pass pass = rules.pass(match.rule());
        List<Message> evidence = pass.evidence(board.rows(), match);
        if (!pass.window().countsWorkingDays()) {
            return evidence;
        }
        List<Message> all = new ArrayList<>(evidence);
        all.add(Wording.message("evidence.working-days", pass.window().days().word()));
        return all;
    }

    /** The sum of the bank rows of a match, or of its ledger rows if it has no bank row. */
    public BigDecimal amount(Found match) {
        Account.Side side = rows().side(match.rows()[0]);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < match.size(); i++) {
            if (rows().side(match.row(i)) == side) {
                sum.add(match.scaled(rows(), i));
            }
        }
        return sum.toDecimal(rows().scale());
    }

    /** How much of a row belongs to a match: with the sign of the row, and all of it unless the rule left a rest open. */
    public BigDecimal share(Found match, int index) {
        return BigDecimal.valueOf(match.scaled(rows(), index), rows().scale());
    }

    /** Whether a match left a rest of a row open. */
    public boolean isPart(Found match, int index) {
        return match.isPart(rows(), index);
    }

    /** The bank rows less the ledger rows of a match. */
    public BigDecimal difference(Found match) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < match.size(); i++) {
            addDifference(match.row(i), match.scaled(rows(), i), sum);
        }
        return sum.toDecimal(rows().scale());
    }

    /** The bank rows less the ledger rows of a suggestion. */
    public BigDecimal difference(Suggestion suggestion) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < suggestion.size(); i++) {
            addDifference(suggestion.row(i), rows().scaled(suggestion.row(i)), sum);
        }
        return sum.toDecimal(rows().scale());
    }

    private void addDifference(int row, long scaled, ExactSum sum) {
        if (rows().isBank(row)) {
            sum.add(scaled);
        } else {
            sum.subtract(scaled);
        }
    }

    /** Whether a row is in no match. */
    public boolean isOpen(int row) {
        return board.isOpen(row);
    }

    /** How many rows of a side are in no match, or not with all of their amount. */
    public long openRows(Account.Side side) {
        long count = 0;
        for (int row = 0; row < rows().size(); row++) {
            if ((isOpen(row) || board.rest(row) != 0) && rows().side(row) == side) {
                count++;
            }
        }
        return count;
    }

    /** The sum of what of the rows of a side is in no match. */
    public BigDecimal openSum(Account.Side side) {
        ExactSum sum = new ExactSum();
        for (int row = 0; row < rows().size(); row++) {
            if (rows().side(row) == side) {
                sum.add(isOpen(row) ? rows().scaled(row) : board.rest(row));
            }
        }
        return sum.toDecimal(rows().scale());
    }

    /** What may belong to open bank rows, for a person to decide: the best few for each, in the order of the rows. */
    public List<Suggestion> suggestions() {
        return new Suggestions(board, rules).all();
    }

    /** What a rule says that an open bank row is, if one does. */
    public Optional<Explanation> explanation(int row) {
        return isOpen(row) ? board.explanation(row) : Optional.empty();
    }

    /** Why a row is in no match. */
    public Message reason(int row) {
        return reasons.of(row);
    }
}
