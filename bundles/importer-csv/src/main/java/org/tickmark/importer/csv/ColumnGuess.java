package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Tells what the columns of a table mean by their names, and by their cells where names do not tell. For one thread. */
final class ColumnGuess {
    private static final int BY_ENDING = 2000;
    private static final int BARE = 1000;

    private final List<Heading> headings;
    private final List<Table.Line> lines;
    private final List<ColumnFacts> facts;
    private final Columns columns = new Columns();
    private final List<String> rivals = new ArrayList<>();
    private boolean byNames;

    /** A column that may have a role; the smaller the rank, the surer. */
    private record Candidate(int column, int rank) {}

    ColumnGuess(List<Heading> headings, List<Table.Line> lines) {
        this.headings = headings;
        this.lines = lines;
        this.facts = IntStream.range(0, headings.size())
                .mapToObj(column -> ColumnFacts.of(lines, column))
                .toList();
    }

    /** The columns; complete only if both dates and amounts were found. */
    Columns columns() {
        assign(Role.DEBIT);
        assign(Role.CREDIT);
        keepPair(Role.DEBIT, Role.CREDIT);
        if (!columns.hasPair()) {
            assign(Role.OUT);
            assign(Role.IN);
            keepPair(Role.OUT, Role.IN);
        }
        for (Role role : Role.values()) {
            if (!isAmountOfPair(role)) {
                assign(role);
            }
        }
        byNames = columns.isComplete();
        joinParties();
        guessDate();
        guessAmount();
        trustNames();
        guessText();
        if (!columns.has(Role.AMOUNT)) {
            columns.remove(Role.FLAG);
        }
        return columns;
    }

    /** Whether dates and amounts were found by the names of their columns. */
    boolean isByNames() {
        return byNames;
    }

    /** Columns between which nothing decides; empty if all is decided. */
    List<String> rivals() {
        return rivals;
    }

    private boolean isAmountOfPair(Role role) {
        return switch (role) {
            case DEBIT, CREDIT, OUT, IN -> true;
            case AMOUNT -> columns.hasPair();
            default -> false;
        };
    }

    private void keepPair(Role one, Role other) {
        if (!columns.has(one) || !columns.has(other)) {
            columns.remove(one);
            columns.remove(other);
        }
    }

    private void assign(Role role) {
        List<Candidate> candidates = candidates(role);
        if (candidates.isEmpty()) {
            return;
        }
        if (role.takesMany()) {
            candidates.stream().map(Candidate::column).sorted().forEach(column -> columns.add(role, column));
            return;
        }
        Candidate best = candidates.get(0);
        columns.add(role, best.column());
        if (role == Role.AMOUNT) {
            noteRivals(candidates);
        }
    }

    private List<Candidate> candidates(Role role) {
        List<Candidate> candidates = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            int rank = rank(role, headings.get(column));
            if (rank >= 0 && !columns.isTaken(column) && mayBe(role, column)) {
                candidates.add(new Candidate(column, rank));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::rank).thenComparingInt(Candidate::column));
        return candidates;
    }

    private static int rank(Role role, Heading heading) {
        Map<String, Integer> names = Words.headings(role);
        Integer exact = names.get(heading.folded());
        if (exact != null) {
            return exact;
        }
        Integer bare = names.get(heading.bare());
        if (bare != null) {
            return BARE + bare;
        }
        return endsAs(role, heading) ? BY_ENDING : -1;
    }

    private static boolean endsAs(Role role, Heading heading) {
        return switch (role) {
            case BOOKING_DATE -> heading.endsWith(Words.DATE_ENDINGS) && !heading.holdsAny(Words.OTHER_DATE);
            case AMOUNT -> heading.endsWith(Words.AMOUNT_ENDINGS) && !heading.holdsAny(Words.OTHER_AMOUNT);
            case BALANCE -> heading.endsWith(Words.BALANCE_ENDINGS);
            case TEXT -> heading.endsWith(Words.TEXT_ENDINGS) || heading.holdsAny(Words.TEXT_ENDINGS);
            default -> false;
        };
    }

    private boolean mayBe(Role role, int column) {
        ColumnFacts cells = facts.get(column);
        return switch (role) {
            case BOOKING_DATE -> cells.mayBeDates();
            case VALUE_DATE -> cells.mayBeDates() && !cells.isEmpty();
            case AMOUNT, DEBIT, CREDIT, OUT, IN, BALANCE, ORIGINAL_AMOUNT -> cells.mayBeAmounts();
            case CURRENCY, ORIGINAL_CURRENCY -> cells.mayBeCurrencies();
            case FLAG -> cells.areFlags();
            case STATUS -> cells.areStatuses();
            case ACCOUNT -> cells.mayBeOwnAccount() && isOwn(column);
            default -> true;
        };
    }

    /** Whether a column of accounts is of the account itself: by its name, or because it is always the same, or the other side has its own. */
    private boolean isOwn(int column) {
        boolean others = IntStream.range(0, headings.size())
                .anyMatch(other -> other != column && rank(Role.COUNTERPARTY_ACCOUNT, headings.get(other)) >= 0);
        return others
                || facts.get(column).isConstant()
                || !Words.ANY_ACCOUNT.contains(headings.get(column).folded());
    }

    /** Other columns that are amounts by as good a name, and hold something else. */
    private void noteRivals(List<Candidate> candidates) {
        Candidate best = candidates.get(0);
        for (Candidate other : candidates) {
            boolean equal = other.rank() == best.rank() && other.column() != best.column();
            if (equal && !isSame(best.column(), other.column())) {
                rivals.add(name(best.column()));
                rivals.add(name(other.column()));
            }
        }
    }

    private boolean isSame(int one, int other) {
        return lines.stream()
                .allMatch(line -> line.cell(one).equals(line.cell(other))
                        || line.cell(other).isEmpty());
    }

    private String name(int column) {
        return headings.get(column).raw() + " (" + (column + 1) + ")";
    }

    /** Sender and recipient tell the other side only together; one alone is the other side. */
    private void joinParties() {
        if (columns.has(Role.SENDER) == columns.has(Role.RECIPIENT)) {
            return;
        }
        int column = Math.max(columns.at(Role.SENDER), columns.at(Role.RECIPIENT));
        columns.remove(Role.SENDER);
        columns.remove(Role.RECIPIENT);
        Role role = facts.get(column).holdsLetters() ? Role.COUNTERPARTY : Role.COUNTERPARTY_ACCOUNT;
        if (!columns.has(role)) {
            columns.add(role, column);
        }
    }

    private void guessDate() {
        if (!columns.has(Role.BOOKING_DATE)) {
            boolean valueDateOnly = columns.has(Role.VALUE_DATE);
            int column = valueDateOnly ? columns.at(Role.VALUE_DATE) : firstDates();
            if (column != Columns.NONE) {
                columns.remove(Role.VALUE_DATE);
                columns.add(Role.BOOKING_DATE, column);
            }
        }
    }

    private int firstDates() {
        return IntStream.range(0, headings.size())
                .filter(column -> !columns.isTaken(column) && facts.get(column).areDates())
                .findFirst()
                .orElse(Columns.NONE);
    }

    private void guessAmount() {
        if (columns.has(Role.AMOUNT) || columns.hasPair()) {
            return;
        }
        List<Integer> amounts = IntStream.range(0, headings.size())
                .filter(column -> !columns.isTaken(column) && facts.get(column).areAmounts())
                .boxed()
                .toList();
        if (amounts.size() == 1) {
            columns.add(Role.AMOUNT, amounts.get(0));
        } else if (amounts.size() == 2) {
            guessAmountAndBalance(amounts.get(0), amounts.get(1));
        }
    }

    /** Where cells that cannot be read left dates or amounts without a column, plain names tell: the cells are errors then. */
    private void trustNames() {
        trustName(Role.BOOKING_DATE);
        if (!columns.hasPair()) {
            trustName(Role.AMOUNT);
        }
    }

    private void trustName(Role role) {
        if (!columns.has(role)) {
            IntStream.range(0, headings.size())
                    .filter(column -> !columns.isTaken(column)
                            && Words.headings(role)
                                    .containsKey(headings.get(column).folded()))
                    .findFirst()
                    .ifPresent(column -> columns.add(role, column));
        }
    }

    /** Where no column is of texts by its name, all are that hold words and have no other meaning. */
    private void guessText() {
        if (!columns.has(Role.TEXT)) {
            IntStream.range(0, headings.size())
                    .filter(column ->
                            !columns.isTaken(column) && facts.get(column).holdsLetters())
                    .forEach(column -> columns.add(Role.TEXT, column));
        }
    }

    private void guessAmountAndBalance(int one, int other) {
        boolean first = isBalanceOf(other, one);
        boolean second = isBalanceOf(one, other);
        if (first != second && !columns.has(Role.BALANCE)) {
            columns.add(Role.AMOUNT, first ? one : other);
            columns.add(Role.BALANCE, first ? other : one);
        }
    }

    private boolean isBalanceOf(int balance, int amount) {
        BalanceChain chain = new BalanceChain();
        AmountCell cell = new AmountCell();
        for (Table.Line line : lines) {
            Optional<BigDecimal> change = value(cell, line.cell(amount));
            if (change.isPresent()) {
                chain.add(line.number(), change.get(), value(cell, line.cell(balance)), OptionalLong.empty());
            }
        }
        return chain.holds();
    }

    private static Optional<BigDecimal> value(AmountCell cell, String text) {
        if (!cell.read(text)) {
            return Optional.empty();
        }
        char mark = cell.decimal();
        return cell.value(mark == 0 ? AmountEvidence.COMMA : mark, true);
    }
}
