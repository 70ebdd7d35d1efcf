package org.tickmark.platform.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Tx.Dialect;
import org.tickmark.api.message.MessageCatalog;

/** Where the database is, as set by {@code store.url}, and what the driver is asked for beyond that. Immutable. */
public final class StoreUrl {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(StoreUrl.class);
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2_FILE = "jdbc:h2:file:";
    /** The same file through a channel that the interrupt of a thread does not close, and the database with it. */
    private static final String H2_ASYNC_FILE = "jdbc:h2:async:";

    private static final String EXPECTED = "jdbc:h2:file:/path/name, jdbc:postgresql://host/name";

    /** What the SQL of the bundles and the promises of {@code Transactions} rest on; never left to the user. */
    private static final Map<String, String> H2_OPTIONS = Map.of(
            "MODE", "PostgreSQL",
            "DATABASE_TO_LOWER", "TRUE",
            "DEFAULT_NULL_ORDERING", "HIGH",
            // An acknowledged commit is on the disk.
            "WRITE_DELAY", "0",
            // The database is opened once and closed by us: not with the last connection, not by a shutdown hook.
            "DB_CLOSE_DELAY", "-1",
            "DB_CLOSE_ON_EXIT", "FALSE",
            // H2 frees the rows of a commit before it marks the tables as changed: who waited for a row would be told a
            // result that was kept from before the commit.
            "OPTIMIZE_REUSE_RESULTS", "FALSE",
            "LOCK_TIMEOUT", "10000");

    private static final String POSTGRESQL_OPTIONS =
            // Details of server errors hold values of rows, which must not reach a log.
            "ApplicationName=tickmark&logServerErrorDetail=false&tcpKeepAlive=true&reWriteBatchedInserts=true";

    /** Options of the driver, and what the programs of PostgreSQL call them. */
    private static final Map<String, String> PROGRAM_VARIABLES = Map.of(
            "user", "PGUSER",
            "password", "PGPASSWORD",
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT");

    private final Dialect dialect;
    private final String shown;
    private final String forDriver;

    private StoreUrl(Dialect dialect, String shown, String forDriver) {
        this.dialect = dialect;
        this.shown = shown;
        this.forDriver = forDriver;
    }

    /**
     * Reads a database address.
     *
     * @param place where it is set, for the error
     * @throws TickmarkException with code {@code config.invalid} if it is neither an embedded H2 nor a PostgreSQL
     */
    public static StoreUrl parse(String text, String place) {
        if (text.startsWith(H2_FILE) || text.startsWith("jdbc:h2:mem:")) {
            return h2(text, place);
        }
        if (text.startsWith(POSTGRESQL)) {
            return postgresql(text);
        }
        throw unusable(text, place);
    }

    private static StoreUrl h2(String text, String place) {
        String[] parts = text.split(";");
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : Arrays.asList(parts).subList(1, parts.length)) {
            String[] pair = option.split("=", 2);
            options.put(pair[0].toUpperCase(Locale.ROOT), pair.length == 2 ? pair[1] : "");
        }
        if (options.containsKey("AUTO_SERVER")) {
            throw unusable(text, place);
        }
        options.putAll(H2_OPTIONS);
        String joined = options.entrySet().stream()
                .map(option -> ";" + option.getKey() + "=" + option.getValue())
                .sorted()
                .collect(Collectors.joining());
        return new StoreUrl(Dialect.H2, parts[0], parts[0].replace(H2_FILE, H2_ASYNC_FILE) + joined);
    }

    private static StoreUrl postgresql(String text) {
        int query = text.indexOf('?');
        String shown = query < 0 ? text : text.substring(0, query);
        return new StoreUrl(Dialect.POSTGRESQL, shown, text + (query < 0 ? '?' : '&') + POSTGRESQL_OPTIONS);
    }

    private static TickmarkException unusable(String text, String place) {
        return Problem.error("config.invalid", MESSAGES.message("url.unusable"))
                .where(place)
                .found(text.replaceAll("[?;].*", ""))
                .expected(EXPECTED)
                .advice(MESSAGES.message("url.unusable.advice"))
                .exception();
    }

    /** Which database it is. */
    public Dialect dialect() {
        return dialect;
    }

    /** The class name by which the driver's {@code DataSourceFactory} is found. */
    public String driverClass() {
        return dialect == Dialect.H2 ? "org.h2.Driver" : "org.postgresql.Driver";
    }

    /** The address with all options, for the driver; may hold credentials. */
    String forDriver() {
        return forDriver;
    }

    /** The address without options and credentials, as the programs of PostgreSQL read it. */
    String forPrograms() {
        String address = shown.substring("jdbc:".length());
        return address.startsWith("postgresql://")
                ? address
                : "postgresql://localhost/" + address.substring("postgresql:".length());
    }

    /** What the programs of PostgreSQL are told by the environment: who logs in, and how the connection is kept private. */
    Map<String, String> environment(String user, String password) {
        Map<String, String> variables = new HashMap<>();
        PROGRAM_VARIABLES.forEach(
                (option, variable) -> option(option).ifPresent(value -> variables.put(variable, value)));
        Map.of("PGUSER", user, "PGPASSWORD", password).forEach((variable, value) -> {
            if (!value.isEmpty()) {
                variables.put(variable, value);
            }
        });
        return variables;
    }

    private Optional<String> option(String name) {
        String query = forDriver.substring(forDriver.indexOf('?') + 1);
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** The address without options and credentials, for people. */
    @Override
    public String toString() {
        return shown;
    }
}
