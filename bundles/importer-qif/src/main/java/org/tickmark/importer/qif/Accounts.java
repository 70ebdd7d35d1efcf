package org.tickmark.importer.qif;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;

/** The statements of a file: one for each account that it names, or one if it names none. All are open until the end. */
final class Accounts {
    private static final int MOST = 10_000;

    private final StatementSink sink;
    private final Kind kind;
    private final String currency;
    private final Optional<String> account;
    private final Map<String, StatementWriter> statements = new LinkedHashMap<>();

    Accounts(ReadContext context, StatementSink sink) {
        this.sink = sink;
        this.kind = context.kind().orElse(Kind.STATEMENT);
        this.currency = set(context, QifImporter.CURRENCY).orElse("");
        this.account = set(context, QifImporter.ACCOUNT);
    }

    private static Optional<String> set(ReadContext context, String option) {
        return context.option(option).filter(value -> !value.equals(QifImporter.AUTO));
    }

    /** Whether the account of this name can be opened: one that the definition names can be but one, and there are not too many. */
    boolean accepts(String name) {
        return statements.containsKey(name)
                || (statements.size() < MOST && (account.isEmpty() || statements.isEmpty()));
    }

    /** The statement of the account that the file calls so. */
    StatementWriter of(String name) {
        return statements.computeIfAbsent(
                name,
                key -> sink.open(StatementHeader.of(kind, id(account.orElse(key)), currency)
                        .build()));
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return statements.isEmpty();
    }

    /** Closes all statements. */
    void close() {
        statements.values().forEach(StatementWriter::close);
    }

    private static AccountId id(String name) {
        return name.isEmpty() ? AccountId.none() : AccountId.bban(name);
    }
}
