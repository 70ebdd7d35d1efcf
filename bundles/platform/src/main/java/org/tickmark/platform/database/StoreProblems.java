package org.tickmark.platform.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.MessageCatalog;

/** Turns what a driver throws into problems. */
final class StoreProblems {
    static final String FAILED = "store.failed";
    static final String UNAVAILABLE = "store.unavailable";

    private static final MessageCatalog MESSAGES = MessageCatalog.of(StoreProblems.class);

    /** Closed, in use by another process, connection broken: codes of H2, which gives them no class of their own. */
    private static final Set<Integer> H2_UNAVAILABLE = Set.of(90020, 90067, 90098, 90121);

    private StoreProblems() {}

    /** The problem of a statement, or of the connection, on the database at {@code url}. */
    static TickmarkException of(SQLException failure, StoreUrl url) {
        return isUnavailable(failure) ? unavailable(failure, url) : failed(failure, url);
    }

    static TickmarkException unavailable(SQLException failure, StoreUrl url) {
        return Problem.error(UNAVAILABLE, MESSAGES.message("store.unavailable"))
                .where(url.toString())
                .found(brief(failure))
                .advice(MESSAGES.message("store.unavailable.advice." + url.dialect()))
                .exception(failure);
    }

    private static TickmarkException failed(SQLException failure, StoreUrl url) {
        return Problem.error(FAILED, MESSAGES.message("store.failed"))
                .where(url.toString())
                .found(brief(failure))
                .advice(MESSAGES.message("store.failed.advice"))
                .exception(failure);
    }

    private static boolean isUnavailable(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || H2_UNAVAILABLE.contains(failure.getErrorCode());
    }

    /** What the driver said in one line, without the statement and without values of rows, which must not reach a log. */
    static String brief(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String firstLine =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        // H2 appends the statement and the key; errors of class 22 quote the value that did not fit.
        String withoutKey = firstLine.replaceAll("(; SQL statement:| (VALUES )?\\( ?/\\* key:).*", "");
        String withoutValue = state.startsWith("22") ? withoutKey.replaceAll(":? ?[\"'].*", "") : withoutKey;
        return withoutValue.strip() + " [" + state + "]";
    }
}
