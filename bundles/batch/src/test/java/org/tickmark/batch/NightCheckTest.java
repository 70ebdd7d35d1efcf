package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.ManualSettings;

class NightCheckTest {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.batch", NightRun.class);

    private final ManualClock clock = ManualClock.at("2026-11-27T06:00:00Z");
    private final ManualSettings settings = new ManualSettings().with(BatchSettings.ERRORS_TO, "desk@example.org");
    private final NightCheck check = new NightCheck(TRANSACTIONS, settings, clock);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void beginEmpty() {
        TRANSACTIONS.inTransaction(
                tx -> Sql.on(tx.connection(), "delete from batch_run").update());
    }

    @Test
    void aGoodNightIsWell() {
        night("FINISHED", 0);

        assertThat(codes()).isEmpty();
    }

    @Test
    void theLastNightDecides() {
        night("FINISHED", 0);
        night("FINISHED", 8);
        assertThat(codes()).containsExactly("night.not-well");
        night("CRASHED", 1);
        assertThat(codes()).containsExactly("night.not-well");
        night("RUNNING", 0);
        assertThat(codes()).isEmpty();
    }

    @Test
    void noNightForDaysIsTold() {
        assertThat(codes()).containsExactly("night.none");
        night("FINISHED", 0);
        clock.advance(Duration.ofDays(5));
        assertThat(codes()).containsExactly("night.none");
    }

    @Test
    void nightsThatAreOffOrToldToNobodyAreTold() {
        night("FINISHED", 0);
        settings.with(BatchSettings.ENABLED, "false").with(BatchSettings.ERRORS_TO, "");

        assertThat(codes()).containsExactly("config.batch-off", "night.nobody-told");
    }

    private List<String> codes() {
        return check.check().problems().stream().map(Problem::code).toList();
    }

    private void night(String state, int exitCode) {
        TRANSACTIONS.inTransaction(tx -> Sql.on(
                        tx.connection(),
                        "insert into batch_run (mode, state, caller, origin, started_at, exit_code)"
                                + " values ('ALL', ?, 'os:test', 'BATCH', ?, ?)")
                .with(state, clock.instant(), exitCode)
                .update());
    }
}
