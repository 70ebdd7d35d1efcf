package org.tickmark.script;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.Role;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;

/** What the tests of stored scripts have in common: a database without scripts before each test, and a clock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScriptSuite {
    static final Instant FRIDAY_5 = Instant.parse("2026-11-27T05:00:00Z");
    static final Caller READER = new Caller(
            "user:ola", Set.of(Permission.SCRIPT_READ, Permission.SCRIPT_RUN), Set.of(), Locale.ENGLISH, Origin.WEB);
    static final Caller DEVELOPER =
            new Caller("user:kari", Role.DEVELOPER.permissions(), Set.of(), Locale.ENGLISH, Origin.WEB);

    /** In the order in which they may be emptied. */
    private static final List<String> TABLES = List.of(
            "script_firing",
            "script_trigger",
            "script_recording",
            "script_trace",
            "script_run",
            "script_version",
            "script");

    final DatabaseFixture database = database();
    Transactions transactions;
    ManualClock clock;
    Workshop workshop;

    abstract DatabaseFixture database();

    @BeforeAll
    void migrate() {
        transactions = database.migrate("org.tickmark.script", StoredScripts.class);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void prepare() {
        transactions.inTransaction(tx -> {
            for (String table : TABLES) {
                Sql.on(tx.connection(), "delete from " + table).update();
            }
            return true;
        });
        clock = ManualClock.at(FRIDAY_5);
        workshop = new Workshop(transactions, clock);
    }
}
