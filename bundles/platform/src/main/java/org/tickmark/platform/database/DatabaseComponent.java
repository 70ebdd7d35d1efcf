package org.tickmark.platform.database;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.host.Database;
import org.tickmark.api.host.Transactions;
import org.tickmark.kit.jdbc.Sql;

/** Registers {@link Database}. */
@Component(name = "org.tickmark.platform.database")
public final class DatabaseComponent implements Database {
    private final Store store;
    private final Transactions transactions;

    @Activate
    public DatabaseComponent(
            @Reference Store store,
            @Reference(target = "(tickmark.schema=org.tickmark.platform)") Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public String product() {
        return store.product();
    }

    @Override
    public String url() {
        return store.url().toString();
    }

    @Override
    public List<Migration> migrations() {
        return transactions.reading(
                tx -> Sql.on(tx.connection(), "SELECT bundle, number, name FROM schema_history ORDER BY bundle, number")
                        .list(row -> new Migration(row.text("bundle"), (int) row.number("number"), row.text("name"))));
    }
}
