package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleParameter;

/**
 * Matches a row with a set of rows of the other side of which it is the total. Which sets there are follows from dates alone, so that there is
 * no choice among many sums; a set is taken only where no other row could be its total, and the row not the total of another set or the
 * counterpart of a single row.
 */
final class TotalPass implements Pass {
    private static final String LIMIT = "limit";
    private static final int MOST_LOOKED_AT = 64;
    /** So many times better must the odds be where amounts in and out are settled by one: that is rare, and their differences are many. */
    private static final int BOTH_SIGNS = 20;

    private final Blocks blocks;
    private final Totals totals;
    private final Window window;
    private final int limit;
    private final int odds;

    private TotalPass(Blocks blocks, Totals totals, Window window, int limit, int odds) {
        this.blocks = blocks;
        this.totals = totals;
        this.window = window;
        this.limit = limit;
        this.odds = odds;
    }

    static List<RuleParameter> parameters(String standardKey) {
        List<RuleParameter> parameters = new ArrayList<>();
        parameters.add(Blocks.parameter(standardKey));
        parameters.addAll(Window.parameters());
        parameters.add(Parameters.number(LIMIT, 500, 2, 100_000));
        parameters.add(Chance.parameter());
        return List.copyOf(parameters);
    }

    static TotalPass of(Map<String, String> settings, Totals totals) {
        return new TotalPass(
                Blocks.of(settings.get(OneOneKind.KEY)),
                totals,
                Window.of(settings),
                Integer.parseInt(settings.get(LIMIT)),
                Chance.odds(settings));
    }

    @Override
    public void run(Board board) {
        ZeroSets sets = new ZeroSets(board.rows());
        Neighbours neighbours = new Neighbours(board);
        blocks.forEach(
                board,
                (key, ones, many) -> totals.find(
                        board.rows(),
                        ones,
                        many,
                        window,
                        limit,
                        (one, set, count) -> judge(board, neighbours, key, one, set, count, sets)));
        sets.propose(board);
    }

    private void judge(Board board, Neighbours neighbours, int key, int one, int[] set, int count, ZeroSets sets) {
        Snapshot rows = board.rows();
        boolean disagrees = Arrays.stream(set).anyMatch(row -> blocks.disagree(board, one, row));
        if (!disagrees
                && !hasCounterpart(board, neighbours, blocks, window, one)
                && (blocks.proveTotals() || isNoAccident(rows, one, set, count))) {
            int[] match = Arrays.copyOf(set, set.length + 1);
            match[set.length] = one;
            Arrays.sort(match);
            sets.add(key, 1, match);
        }
    }

    private boolean isNoAccident(Snapshot rows, int one, int[] set, int count) {
        int demanded = hasBothSigns(rows, set) ? odds * BOTH_SIGNS : odds;
        return Chance.isAgainst(count, Chance.step(rows, one, set), Math.abs(rows.scaled(one)), demanded);
    }

    private static boolean hasBothSigns(Snapshot rows, int[] set) {
        return Arrays.stream(set).anyMatch(row -> rows.scaled(row) < 0)
                && Arrays.stream(set).anyMatch(row -> rows.scaled(row) > 0);
    }

    /** Whether a single row of the other side could be meant instead. */
    static boolean hasCounterpart(Board board, Neighbours neighbours, Blocks blocks, Window window, int one) {
        Snapshot rows = board.rows();
        boolean bank = rows.isBank(one);
        IntList others = neighbours.rows(
                rows.amountId(one),
                !bank,
                window.earliest(rows.day(one), bank),
                window.latest(rows.day(one), bank),
                MOST_LOOKED_AT);
        for (int i = 0; i < others.size(); i++) {
            if (blocks.couldBePair(board, one, others.get(i))) {
                return true;
            }
        }
        return others.size() == MOST_LOOKED_AT;
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        return List.of(
                rows.agreement("evidence", match.key()),
                Evidence.sameSum(rows, match),
                totals.evidence(rows, firstOfMany(rows, match), window),
                Wording.message("evidence.only-total"));
    }

    /** The first row of the side that has more than one. */
    static int firstOfMany(Snapshot rows, Found match) {
        return rows.isBank(match.row(1)) ? match.row(0) : match.row(1);
    }
}
