package org.tickmark.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx.Dialect;
import org.tickmark.kit.jdbc.Sql;

/** The open database: a pool of connections and the transactions on it. Safe for use from many threads. */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    /** Bytes from which on an H2 file is copied when it is closed, if less than {@link #WELL_FILLED} per cent of it is in use. */
    private static final long WORTH_COPYING = 16L << 20;

    private static final long WELL_FILLED = 50;

    private static final int FEW = 2;

    private final Login login;
    private final DataSource source;
    private final String product;
    private final HikariDataSource pool;
    private final Transactions transactions;

    private Store(Login login, DataSource source, String product, int maxPool) {
        this.login = login;
        this.source = source;
        this.product = product;
        this.pool = pool(source, maxPool);
        this.transactions = new JdbcTransactions(pool, login.url());
    }

    /** How to get at the database. */
    private record Login(StoreUrl url, DataSourceFactory factory, String user, String password) {}

    /**
     * Opens the database.
     *
     * @param factory of the driver that {@link StoreUrl#driverClass()} names
     * @param user empty for none
     * @param password empty for none
     * @param maxPool how many connections at most, 2 or more
     * @throws org.tickmark.api.TickmarkException with code {@code store.unavailable} if it cannot be reached
     */
    public static Store open(StoreUrl url, DataSourceFactory factory, String user, String password, int maxPool) {
        try {
            DataSource source = factory.createDataSource(properties(url, user, password));
            return new Store(new Login(url, factory, user, password), source, product(source), maxPool);
        } catch (SQLException e) {
            throw StoreProblems.unavailable(e, url);
        }
    }

    private static Properties properties(StoreUrl url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, url.forDriver());
        if (!user.isEmpty()) {
            properties.setProperty(DataSourceFactory.JDBC_USER, user);
        }
        if (!password.isEmpty()) {
            properties.setProperty(DataSourceFactory.JDBC_PASSWORD, password);
        }
        return properties;
    }

    /** Connects once without the pool, whose own error would be logged a second time and say less. */
    private static String product(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            String version = data.getDatabaseProductVersion().replaceAll(" .*", "");
            return data.getDatabaseProductName() + " " + version;
        }
    }

    private static HikariDataSource pool(DataSource source, int maxPool) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tickmark");
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(maxPool);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** The transactions on this database; the same for every bundle. */
    public Transactions transactions() {
        return transactions;
    }

    /** Which database it is. */
    public Dialect dialect() {
        return login.url().dialect();
    }

    /** Product name and version. */
    public String product() {
        return product;
    }

    /** Where it is, without credentials. */
    public StoreUrl url() {
        return login.url();
    }

    /** Locks over all nodes that share the database; to be made once a process. */
    public Locks newLocks() {
        return new WaitingLocks(dialect() == Dialect.H2 ? new LocalClaims() : new AdvisoryClaims(this));
    }

    /**
     * What copies this database.
     *
     * @param pgDump name or path of the program that dumps a PostgreSQL database
     */
    public DatabaseCopy copy(String pgDump) {
        return dialect() == Dialect.H2
                ? new H2Copy(this)
                : new PostgresDump(
                        pgDump, login.url().forPrograms(), login.url().environment(login.user(), login.password()));
    }

    /** Opens another database by the same driver, without credentials. */
    Store another(StoreUrl other) {
        return open(other, login.factory(), "", "", FEW);
    }

    /** The number of rows of each table; of H2. */
    SortedMap<String, Long> rows() {
        try (Connection connection = ownConnection()) {
            return TableRows.of(connection);
        } catch (SQLException e) {
            throw StoreProblems.of(e, url());
        }
    }

    /** A connection outside the pool, with auto-commit, for what lives as long as its session. */
    Connection ownConnection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void close() {
        pool.close();
        if (dialect() == Dialect.H2) {
            shutDownH2();
        }
    }

    /**
     * Not by {@code SHUTDOWN} alone: that moves what is stored within the file, and a process that is killed meanwhile can cost what
     * was committed. What was committed is on the disk already; where the file is worth it, it is copied and the copy takes its place.
     */
    private void shutDownH2() {
        try (Connection connection = ownConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(isWorthCopying(connection) ? "SHUTDOWN COMPACT" : "SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOG.warn("The database {} was not closed in order: {}", url(), StoreProblems.brief(e));
        }
    }

    private static boolean isWorthCopying(Connection connection) throws SQLException {
        return h2Figure(connection, "FILE_SIZE") > WORTH_COPYING
                && h2Figure(connection, "CHUNKS_FILL_RATE") < WELL_FILLED;
    }

    /** What H2 says of its file; 0 for a database in memory. */
    private static long h2Figure(Connection connection, String name) throws SQLException {
        return Sql.on(
                        connection,
                        "SELECT CAST(setting_value AS BIGINT) AS figure FROM information_schema.settings WHERE setting_name = ?")
                .with("info." + name)
                .first(row -> row.number("figure"))
                .orElse(0L);
    }
}
