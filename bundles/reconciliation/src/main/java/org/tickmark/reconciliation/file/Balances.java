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
import org.tickmark.api.importer.ImportedEntry;

/** What the files say of their accounts in one currency: balances from the statements, sums from the entries. For one thread. */
final class Balances {
    private final Map<Key, Account> accounts = new TreeMap<>();
    private Optional<LocalDate> last = Optional.empty();

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

    /** One account: its statements from the earliest, and the sum of its entries. */
    static final class Account {
        private final Side side;
        private final String number;
        private final List<FilePreview.Statement> statements = new ArrayList<>();
        private long entries;
        private BigDecimal sum = BigDecimal.ZERO;

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

        long entries() {
            return entries;
        }

        /** The sum of the entries. */
        BigDecimal sum() {
            return sum;
        }

        /** The balance before the first entry, if stated. */
        Optional<BigDecimal> opening() {
            return statements.stream().findFirst().flatMap(first -> first.proof()
                    .opening());
        }

        /** The balance after the last entry, if stated. */
        Optional<BigDecimal> closing() {
            return statements.isEmpty()
                    ? Optional.empty()
                    : statements.get(statements.size() - 1).proof().closing();
        }

        /** Opening balance and entries; an opening balance that is not stated counts as nought. */
        BigDecimal balance() {
            return opening().orElse(BigDecimal.ZERO).add(sum);
        }

        /** Whether the balance is the one stated; only a file that states both balances can say so. */
        boolean contradictsItsFile() {
            return opening().isPresent()
                    && closing().map(stated -> stated.compareTo(balance()) != 0).orElse(false);
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
        Account account = account(side, statement);
        account.entries++;
        account.sum = account.sum.add(entry.amount());
        last = Optional.of(last.filter(day::isBefore).orElse(day));
    }

    private Account account(Side side, FilePreview.Statement statement) {
        return accounts.computeIfAbsent(new Key(side, FileSide.account(statement)), Account::new);
    }

    /** The accounts, bank side first, ordered by number. */
    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** The last day on which anything was booked. */
    Optional<LocalDate> last() {
        return last;
    }
}
