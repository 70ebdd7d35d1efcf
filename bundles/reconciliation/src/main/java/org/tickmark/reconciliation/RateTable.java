package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tickmark.api.host.reconciliation.ExchangeRate;
import org.tickmark.api.host.reconciliation.ExchangeRates.Choice;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.Rates;

/** The table {@code recon_rate}. */
final class RateTable {
    private static final String COLUMNS = "id, table_name, base, quote, rate_date, rate, quantity, set_at, set_by";
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Connection connection;

    RateTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * A rate as it is kept.
     *
     * @param id its key
     * @param rate the rate
     * @param setAt since when it is known
     * @param setBy identity of who set it
     */
    record Saved(long id, ExchangeRate rate, Instant setAt, String setBy) {}

    /** The rates of tables between a currency and others, as they are known. */
    static Rates read(
            Connection connection, Collection<String> tables, Set<String> currencies, String currency, Known known)
            throws SQLException {
        Rates.Builder rates = new Rates.Builder();
        if (!tables.isEmpty() && !currencies.isEmpty()) {
            Sql.on(
                            connection,
                            "select " + COLUMNS + " from recon_rate where table_name = any(?) and " + """
                    ((base = any(?) and quote = ?) or (base = ? and quote = any(?))) and\s"""
                                    + known.holds("set_at", "ended_at"))
                    .with(Sql.texts(tables), Sql.texts(currencies), currency, currency, Sql.texts(currencies))
                    .with(known.holding())
                    .each(row -> rates.add(rate(row)));
        }
        return rates.build();
    }

    private static Rates.Rate rate(Row row) throws SQLException {
        return new Rates.Rate(
                row.text("table_name"),
                row.text("base"),
                row.text("quote"),
                row.date("rate_date"),
                Math.toIntExact(row.number("quantity")),
                row.amount("rate"));
    }

    /** The latest rate of each pair of each table, of those that hold. */
    List<Saved> latest() throws SQLException {
        return Sql.on(connection, "select " + COLUMNS + " from recon_rate r where " + """
                        live = 1 and rate_date = (select max(x.rate_date) from recon_rate x
                          where x.table_name = r.table_name and x.base = r.base and x.quote = r.quote and x.live = 1)
                        order by table_name, base, quote""")
                .list(RateTable::saved);
    }

    boolean has(String table) throws SQLException {
        return Sql.on(connection, "select id from recon_rate where table_name = ? and live = 1 limit 1")
                .with(table)
                .first(row -> row.number("id"))
                .isPresent();
    }

    /** The rates that hold, by pair and day. */
    List<Saved> find(Choice choice) throws SQLException {
        String base = choice.base().orElse("");
        String quote = choice.quote().orElse("");
        return Sql.on(connection, "select " + COLUMNS + " from recon_rate where " + """
                        table_name = ? and live = 1 and (? = '' or base = ?) and (? = '' or quote = ?)
                          and rate_date >= ? and rate_date <= ? order by base, quote, rate_date""")
                .with(choice.table(), base, base, quote, quote)
                .with(choice.from().orElse(FIRST), choice.until().orElse(LAST))
                .list(RateTable::saved);
    }

    private static Saved saved(Row row) throws SQLException {
        ExchangeRate rate = new ExchangeRate(
                row.text("table_name"),
                row.text("base"),
                row.text("quote"),
                row.date("rate_date"),
                row.amount("rate"),
                Math.toIntExact(row.number("quantity")));
        return new Saved(row.number("id"), rate, row.instant("set_at"), row.text("set_by"));
    }

    /** Keeps others from changing rates until the transaction ends. */
    void hold() throws SQLException {
        Sql.on(connection, "select id from recon_rates for update").one(row -> row.number("id"));
    }

    /** Says of rates that they hold no more. */
    void end(List<Long> ids, Instant at, String by) throws SQLException {
        Sql.on(connection, "update recon_rate set live = null, ended_at = ?, ended_by = ? where id = any(?)")
                .with(at, by, Sql.longs(ids))
                .update();
    }

    void insert(List<ExchangeRate> rates, Instant at, String by) throws SQLException {
        try (Batch batch = Sql.batch(connection, """
                insert into recon_rate (table_name, base, quote, rate_date, rate, quantity, set_at, set_by, live)
                values (?, ?, ?, ?, ?, ?, ?, ?, 1)""")) {
            for (ExchangeRate rate : rates) {
                batch.add(rate.table(), rate.base(), rate.quote(), rate.date(), rate.rate(), rate.quantity(), at, by);
            }
            batch.finish();
        }
    }
}
