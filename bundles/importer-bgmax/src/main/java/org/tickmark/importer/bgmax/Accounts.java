package org.tickmark.importer.bgmax;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;

/** The statements of a file: one for each account and currency, whatever number of sections it has, with the totals that the deposits state. */
final class Accounts {
    private final StatementSink sink;
    private final Kind kind;
    private final Map<Key, Account> accounts = new LinkedHashMap<>();

    private record Key(AccountId account, String currency) {}

    Accounts(ReadContext context, StatementSink sink) {
        this.sink = sink;
        this.kind = context.kind().orElse(Kind.STATEMENT);
    }

    /** The account of this number and currency. */
    Account of(AccountId id, String currency) {
        return accounts.computeIfAbsent(
                new Key(id, currency),
                key -> new Account(
                        sink.open(StatementHeader.of(kind, id, currency).build())));
    }

    /** How many there are. */
    int size() {
        return accounts.size();
    }

    /** Closes all of them. */
    void close() {
        accounts.values().forEach(Account::close);
    }

    /** One statement. */
    static final class Account {
        private final StatementWriter statement;
        private BigDecimal stated = BigDecimal.ZERO;
        private boolean complete = true;

        private Account(StatementWriter statement) {
            this.statement = statement;
        }

        /** Tells an entry. */
        void entry(ImportedEntry entry) {
            statement.entry(entry);
        }

        /** Adds the sum that a deposit states. */
        void state(BigDecimal amount) {
            stated = stated.add(amount);
        }

        /** Takes notice that something could not be read: the totals say nothing any more. */
        void incomplete() {
            complete = false;
        }

        private void close() {
            if (complete) {
                statement.control(
                        new ControlTotals(Optional.empty(), Optional.of(stated), Optional.empty(), Optional.empty()));
            }
            statement.close();
        }
    }
}
