package org.tickmark.access;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;

/** Registers {@link Audit}, and seals what an earlier process left unsealed. */
@Component(name = "org.tickmark.access.audit", immediate = true)
public final class AuditComponent implements Audit {
    private final SealingThread sealing;
    private final Audit audit;

    @Activate
    public AuditComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.access)") Transactions transactions,
            @Reference Clock clock) {
        Sealer sealer = new Sealer(transactions);
        this.sealing = new SealingThread(sealer);
        this.audit = new ChainedAudit(transactions, clock, sealer, sealing::wake);
        sealing.wake();
    }

    @Deactivate
    void deactivate() {
        sealing.close();
    }

    @Override
    public void append(Tx tx, Caller caller, Act act) throws SQLException {
        audit.append(tx, caller, act);
    }

    @Override
    public List<String> verify(Caller caller) {
        return audit.verify(caller);
    }

    @Override
    public Optional<Head> head(String stream) {
        return audit.head(stream);
    }
}
