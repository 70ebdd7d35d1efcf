package org.tickmark.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.setting.Settings;
import org.tickmark.kit.jdbc.Sql;

/** Night runs are switched on, somebody hears of it when one fails, and the last one was a short time ago and ended well. */
@Component(property = HealthCheck.NAME + "=night")
public final class NightCheck implements HealthCheck {
    /** A weekend with a day off before or after it. */
    private static final Duration OLD = Duration.ofDays(4);

    private final Transactions transactions;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public NightCheck(
            @Reference(target = "(tickmark.schema=org.tickmark.batch)") Transactions transactions,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** A night run, as far as it matters here. */
    private record Night(long id, RunState state, Instant startedAt, int exitCode) {
        boolean isWell() {
            return state == RunState.RUNNING || (state == RunState.FINISHED && exitCode == ExitCode.OK.code());
        }
    }

    @Override
    public Health check() {
        Optional<Night> last = last();
        Health health = last.map(NightCheck::told).orElseGet(() -> Health.well(Texts.message("check.night.never")));
        if (!settings.get(BatchSettings.ENABLED)) {
            health = health.and(Problem.error("config.batch-off", Texts.message("check.off"))
                    .where(BatchSettings.ENABLED.key())
                    .advice(Texts.message("check.off.advice"))
                    .build());
        }
        if (settings.get(BatchSettings.ERRORS_TO).isBlank()) {
            health = health.and(Problem.warning("night.nobody-told", Texts.message("check.nobody"))
                    .where(BatchSettings.ERRORS_TO.key())
                    .advice(Texts.message("check.nobody.advice"))
                    .build());
        }
        boolean recent = last.filter(night -> night.startedAt().plus(OLD).isAfter(clock.instant()))
                .isPresent();
        return recent
                ? health
                : health.and(Problem.warning("night.none", Texts.message("check.none"))
                        .advice(Texts.message("check.none.advice"))
                        .build());
    }

    private static Health told(Night night) {
        Health health = Health.well(Texts.message(
                "check.night",
                night.id(),
                night.startedAt().toString(),
                night.state().name(),
                night.exitCode()));
        return night.isWell()
                ? health
                : health.and(Problem.warning("night.not-well", Texts.message("check.not-well", night.id()))
                        .found(night.state() + ", " + night.exitCode())
                        .advice(Texts.message("check.not-well.advice", night.id()))
                        .build());
    }

    private Optional<Night> last() {
        return transactions.reading(tx -> Sql.on(
                        tx.connection(),
                        "select id, state, started_at, coalesce(exit_code, 0) as exit_code from batch_run"
                                + " order by id desc limit 1")
                .first(row -> new Night(
                        row.number("id"), row.choice("state", RunState.class), row.instant("started_at"), (int)
                                row.number("exit_code"))));
    }
}
