package org.tickmark.reconciliation.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.books.StatementProof.Verdict;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.reconciliation.FilePair.Period;
import org.tickmark.api.importer.ImportedEntry;

/**
 * What the files say of their accounts in one currency: balances from the statements, sums from the entries. Where only a period takes part,
 * what was booked before it counts to the opening balance, and what was booked after it not at all. For one thread.
 */
final class Balances {
    private final Period period;
    private final Map<Key, Account> accounts = new TreeMap<>();
    private Optional<LocalDate> last = Optional.empty();

    Balances(Period period) {
        this.period = period;
    }

    /** An account of a side. */
    private record Key(Side side, String number) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = side.compareTo(other.side);
            return order != 0 ? order : number.compareTo(other.number);
        }
    }

    /** Some files begin with the latest statement. Those that do not say when they begin stay where they are. */
    private static final Comparator<FilePreview.Statement> BY_TIME = Comparator.comparing(
                    (FilePreview.Statement statement) ->
                            statement.header().from().orElse(LocalDate.MIN))
            .thenComparing(statement -> statement.header().sequence().orElse(0L))
            .thenComparing(statement -> statement.header().page().orElse(0));

    /** One account: its statements from the earliest, and the sums of its entries. */
    static final class Account {
        private final Side side;
        private final String number;
        private final List<FilePreview.Statement> statements = new ArrayList<>();
        private long entries;
        private BigDecimal before = BigDecimal.ZERO;
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal after = BigDecimal.ZERO;
        private boolean endsEarly;

        private Account(Key key) {
            side = key.side();
            number = key.number();
        }

        Side side() {
            return side;
        }

        /** Its number; empty when the file does not name it. */
        String number() {
            return number;
        }

        List<FilePreview.Statement> statements() {
            return List.copyOf(statements);
        }

        /** How many entries take part. */
        long entries() {
            return entries;
        }

        /** The sum of the entries that take part. */
        BigDecimal sum() {
            return sum;
        }

        private void add(BigDecimal amount, LocalDate day, Period period) {
            if (period.isAfter(day)) {
                before = before.add(amount);
            } else if (period.isBefore(day)) {
                after = after.add(amount);
                endsEarly = true;
            } else {
                entries++;
                sum = sum.add(amount);
            }
        }

        /** The balance before the first entry that takes part, if the file states one. */
        Optional<BigDecimal> opening() {
            return statements.stream()
                    .findFirst()
                    .flatMap(first -> first.proof().opening())
                    .map(before::add);
        }

        /** The same; an opening balance that is not stated counts as nought. */
        BigDecimal carried() {
            return opening().orElse(before);
        }

        /** The balance after the last entry that takes part, if stated. */
        Optional<BigDecimal> closing() {
            return endsEarly ? Optional.empty() : closingOfFile();
        }

        private Optional<BigDecimal> closingOfFile() {
            return statements.isEmpty()
                    ? Optional.empty()
                    : statements.get(statements.size() - 1).proof().closing();
        }

        /** Opening balance and entries. */
        BigDecimal balance() {
            return carried().add(sum);
        }

        /** What the file states at its end, if that is not opening balance and entries; only a file that states both balances can say so. */
        Optional<BigDecimal> contradiction() {
            return opening()
                    .flatMap(opening -> closingOfFile())
                    .filter(stated -> stated.compareTo(balanceOfFile()) != 0);
        }

        BigDecimal balanceOfFile() {
            return balance().add(after);
        }

        /** The statements that do not add up by themselves. */
        List<FilePreview.Statement> failures() {
            return statements.stream()
                    .filter(statement -> statement.proof().verdict() == Verdict.FAILED)
                    .toList();
        }
    }

    void add(Side side, FilePreview.Statement statement) {
        List<FilePreview.Statement> statements = account(side, statement).statements;
        statements.add(statement);
        statements.sort(BY_TIME);
    }

    void add(Side side, FilePreview.Statement statement, ImportedEntry entry, LocalDate day) {
        account(side, statement).add(entry.amount(), day, period);
        if (period.contains(day)) {
            last = Optional.of(last.filter(day::isBefore).orElse(day));
        }
    }

    private Account account(Side side, FilePreview.Statement statement) {
        return accounts.computeIfAbsent(new Key(side, FileSide.account(statement)), Account::new);
    }

    /** The accounts, bank side first, ordered by number. */
    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** The last day on which anything was booked that takes part. */
    Optional<LocalDate> last() {
        return last;
    }
}
