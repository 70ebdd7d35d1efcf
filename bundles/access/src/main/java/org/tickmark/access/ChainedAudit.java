package org.tickmark.access;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;

/** The audit log in the table {@code audit}. */
final class ChainedAudit implements Audit {
    private final Transactions transactions;
    private final Clock clock;
    private final Sealer sealer;
    private final Runnable afterAppending;

    /**
     * The audit log.
     *
     * @param afterAppending run after each commit with a record
     */
    ChainedAudit(Transactions transactions, Clock clock, Sealer sealer, Runnable afterAppending) {
        this.transactions = transactions;
        this.clock = clock;
        this.sealer = sealer;
        this.afterAppending = afterAppending;
    }

    @Override
    public void append(Tx tx, Caller caller, Act act) throws SQLException {
        Sql.on(
                        tx.connection(),
                        "INSERT INTO audit (stream, at, caller, origin, action, subject, details) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .with(
                        act.stream(),
                        clock.instant(),
                        caller.identity(),
                        caller.origin(),
                        act.action(),
                        act.subject(),
                        JsonTexts.write(act.details()))
                .update();
        tx.afterCommit(afterAppending);
    }

    @Override
    public List<String> verify(Caller caller) {
        caller.require(Permission.AUDIT_READ);
        sealer.seal();
        List<Message> findings = transactions.reading(tx -> new Verification(tx.connection()).findings());
        return findings.stream().map(finding -> finding.text(caller.locale())).toList();
    }

    @Override
    public Optional<Head> head(String stream) {
        sealer.seal();
        return transactions.reading(tx -> Sealer.head(tx.connection(), stream));
    }
}
