package org.tickmark.platform.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.Transactions;
import org.tickmark.kit.jdbc.Sql;

/** The clock has not gone back, the zone is the one that is set, and the rules of zones are not years old. */
@Component(property = HealthCheck.NAME + "=clock")
public final class ClockCheck implements HealthCheck {
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final int OLD_YEARS = 2;
    private static final Set<String> UTC =
            Set.of("", "UTC", "GMT", "UCT", "Zulu", "Etc/UTC", "Etc/GMT", "GMT0", "UTC0");

    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, String> environment;
    private final ZoneId zone;

    @Activate
    public ClockCheck(
            @Reference(target = "(tickmark.schema=org.tickmark.platform)") Transactions transactions,
            @Reference Clock clock) {
        this(transactions, clock, System.getenv(), ZoneId.systemDefault());
    }

    ClockCheck(Transactions transactions, Clock clock, Map<String, String> environment, ZoneId zone) {
        this.transactions = transactions;
        this.clock = clock;
        this.environment = environment;
        this.zone = zone;
    }

    @Override
    public Health check() {
        Instant now = clock.instant();
        String rules = ZoneRulesProvider.getVersions("Europe/Oslo").lastKey();
        Health health = Health.well(Texts.message("clock", now.toString(), zone.getId(), rules));
        Optional<Instant> newest = newest();
        if (newest.isPresent() && newest.get().isAfter(now.plus(TOLERANCE))) {
            health = health.and(Texts.error("clock.behind")
                    .found(now.toString())
                    .expected(newest.get().toString())
                    .build());
        }
        String wanted = environment.getOrDefault("TZ", "");
        if (isUtc() && !UTC.contains(wanted)) {
            health = health.and(Texts.warning("clock.zone")
                    .found(wanted)
                    .expected("Europe/Oslo")
                    .build());
        }
        if (year(rules) + OLD_YEARS < now.atZone(ZoneOffset.UTC).getYear()) {
            health = health.and(Texts.warning("clock.rules").found(rules).build());
        }
        return health;
    }

    private boolean isUtc() {
        return zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
    }

    /** Versions are called {@code 2025b}. */
    private static int year(String rules) {
        return rules.matches("\\d{4}.*") ? Integer.parseInt(rules.substring(0, 4)) : Integer.MAX_VALUE - OLD_YEARS;
    }

    /** When something happened last. */
    private Optional<Instant> newest() {
        return transactions.reading(tx -> Sql.on(tx.connection(), "SELECT at FROM event ORDER BY at DESC LIMIT 1")
                .first(row -> row.instant("at")));
    }
}
