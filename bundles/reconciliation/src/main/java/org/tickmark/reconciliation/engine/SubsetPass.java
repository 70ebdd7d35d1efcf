package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleParameter;

/**
 * Matches a row with some of the rows of the other side that have the key in common with it: those whose sum it is. Taken only where the search
 * came to its end, no other set has the sum, none of the rows is in a set for another row, and the odds are against an accident. Sums that are
 * found and do not pass are suggested.
 */
final class SubsetPass implements Pass {
    private static final String FROM = "from";
    private static final String ONE_DAY = "day";
    private static final String LIMIT = "limit";
    private static final String CHOICES = "choices";
    private static final int STANDARD_LIMIT = 60;
    private static final int LAST_STEP = 6;
    /** Choices that are looked at beyond what could be certain, to have something to suggest. */
    private static final int CHOICES_TO_SUGGEST = 1_000;
    /** Where sums are accidents no more often than once in so many, others are looked for though one was found. */
    private static final int ODDS_TO_GO_ON = 5;
    /** So many times the limit is not even looked through for rows that are too large for the sum. */
    private static final int LOOKED_THROUGH = 5;

    private final Blocks blocks;
    private final boolean oneDay;
    private final Window window;
    private final int limit;
    private final int choices;
    private final int odds;

    SubsetPass(Map<String, String> settings) {
        blocks = Blocks.of(settings.get(OneOneKind.KEY));
        oneDay = settings.get(FROM).equals(ONE_DAY);
        window = Window.of(settings);
        limit = Integer.parseInt(settings.get(LIMIT));
        choices = Integer.parseInt(settings.get(CHOICES));
        odds = Chance.odds(settings);
    }

    static List<RuleParameter> parameters() {
        List<RuleParameter> parameters = new ArrayList<>();
        parameters.add(Blocks.parameter(Blocks.COUNTERPARTY));
        parameters.add(Parameters.word(FROM, ONE_DAY, ONE_DAY, "window"));
        parameters.addAll(Window.parameters());
        parameters.add(Parameters.number(LIMIT, STANDARD_LIMIT, 2, 1_000));
        parameters.add(Parameters.number(CHOICES, 200_000, 1, 100_000_000));
        parameters.add(Chance.parameter());
        return List.copyOf(parameters);
    }

    @Override
    public void run(Board board) {
        Targets targets = new Targets(board.rows(), oneDay, 2);
        blocks.forEach(board, targets::add);
        Sums sums = new Sums(board);
        targets.forEach((key, one, pool) -> solve(board, key, one, pool, sums));
        sums.propose();
    }

    private void solve(Board board, int key, int one, Pool pool, Sums sums) {
        Snapshot rows = board.rows();
        int day = rows.day(one);
        int earliest = window.earliest(day, rows.isBank(one));
        int latest = window.latest(day, rows.isBank(one));
        List<int[]> parts = new ArrayList<>();
        for (int[] part : pool.parts(earliest, latest, limit * LOOKED_THROUGH)) {
            if (hasCounterpart(board, one, part)) {
                return;
            }
            int[] fitting = fitting(board, one, part);
            if (part.length == 0 || fitting.length > limit) {
                board.haveTooManySums(one);
                return;
            }
            if (fitting.length > 1) {
                parts.add(fitting);
            }
        }
        new Search(board, key, one, parts, sums).run();
    }

    /** Whether a single row of the pool could be meant. */
    private boolean hasCounterpart(Board board, int one, int[] part) {
        for (int row : part) {
            if (board.rows().amountId(row) == board.rows().amountId(one) && blocks.couldBePair(board, one, row)) {
                return true;
            }
        }
        return false;
    }

    /** The rows of a part that can be in a sum, the largest first. */
    private int[] fitting(Board board, int one, int[] part) {
        Snapshot rows = board.rows();
        long sum = rows.scaled(one);
        IntList fitting = new IntList();
        for (int row : part) {
            long amount = rows.scaled(row);
            boolean fits = sum > 0 ? amount > 0 && amount < sum : amount < 0 && amount > sum;
            if (fits && !blocks.disagree(board, one, row)) {
                fitting.add(row);
            }
        }
        int[] ordered = fitting.toArray();
        IndexSort.sort(
                ordered,
                (left, right) -> sum > 0
                        ? Long.compare(rows.scaled(right), rows.scaled(left))
                        : Long.compare(rows.scaled(left), rows.scaled(right)));
        return ordered;
    }

    /** The search for the sums of one row. */
    private final class Search {
        private final Board board;
        private final int key;
        private final int one;
        private final Sums sums;
        private final SubsetSearch.Budget budget = new SubsetSearch.Budget(choices);
        private final List<SubsetSearch> parts;
        private final List<Sums.Sum> found = new ArrayList<>();

        Search(Board board, int key, int one, List<int[]> parts, Sums sums) {
            this.board = board;
            this.key = key;
            this.one = one;
            this.sums = sums;
            this.parts = parts.stream()
                    .map(part -> new SubsetSearch(board.rows(), part, budget))
                    .toList();
        }

        /** Goes on step by step until one finds sums. Beyond what could be certain only a little, for bank rows, to have a suggestion. */
        void run() {
            int last = parts.stream().mapToInt(SubsetSearch::lastStep).max().orElse(-1);
            boolean couldBeCertain = true;
            for (int step = 0; step <= Math.min(last, LAST_STEP) && !budget.isUsedUp(); step++) {
                long sets = setsUpTo(step);
                if (couldBeCertain && !Chance.isAgainst(sets, 1, span(step), odds)) {
                    couldBeCertain = false;
                    budget.limit(board.rows().isBank(one) ? CHOICES_TO_SUGGEST : 0);
                }
                if (find(step, sets)) {
                    sums.add(found);
                    return;
                }
            }
            if (couldBeCertain && budget.isUsedUp()) {
                board.haveTooManySums(one);
            }
        }

        private long setsUpTo(int step) {
            return parts.stream().mapToLong(part -> part.setsUpTo(step)).reduce(0, Chance::plus);
        }

        private long span(int step) {
            return parts.stream().mapToLong(part -> part.span(step)).max().orElse(1);
        }

        private boolean find(int step, long sets) {
            addSums(step, sets);
            if (found.isEmpty()) {
                return false;
            }
            for (int next = step + 1; next <= LAST_STEP && isTelling(next) && found.size() == 1; next++) {
                addSums(next, setsUpTo(next));
            }
            if (budget.isUsedUp()) {
                found.replaceAll(sum -> sum.but("doubt.unfinished"));
            }
            return true;
        }

        /** Whether another sum found there would not be an accident, as likely as not. */
        private boolean isTelling(int step) {
            return Chance.isAgainst(setsUpTo(step), 1, span(step), ODDS_TO_GO_ON);
        }

        private void addSums(int step, long sets) {
            for (SubsetSearch part : parts) {
                for (int[] set : part.find(step, board.rows().scaled(one))) {
                    found.add(new Sums.Sum(key, one, set, doubt(sets, set, part.span(step))));
                }
            }
        }

        private String doubt(long sets, int[] set, long span) {
            if (!Chance.isAgainst(sets, Chance.step(board.rows(), one, set), span, odds)) {
                return "doubt.accident";
            }
            return TotalPass.hasCounterpart(board, new Neighbours(board), blocks, window, one)
                    ? "doubt.single-row"
                    : Sums.NO_DOUBT;
        }
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        int first = TotalPass.firstOfMany(rows, match);
        return Stream.concat(
                        agreement(rows, match).stream(),
                        Stream.of(
                                oneDay
                                        ? Wording.message("evidence.only-sum-of-day", Wording.date(rows.date(first)))
                                        : Wording.message("evidence.only-sum", window.before(), window.after()),
                                Wording.message("evidence.odds", odds)))
                .toList();
    }

    @Override
    public List<Message> agreement(Snapshot rows, Found match) {
        return List.of(rows.agreement("evidence", match.key()), Evidence.sameSum(rows, match));
    }
}
