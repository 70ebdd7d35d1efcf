package org.tickmark.benchmarks.recurrence;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** cron-utils: the next execution, and the next one after that. A cron expression has no start, so it is asked from there. */
record CronUtilsRule(ExecutionTime times, ZoneId zone, long startSecond) implements Compiled {
    private static final CronDefinition QUARTZ = CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ);

    static CronUtilsRule compile(String cron, Clock clock) {
        ExecutionTime times = ExecutionTime.forCron(new CronParser(QUARTZ).parse(cron));
        return new CronUtilsRule(times, clock.zone(), clock.startSecond());
    }

    @Override
    public long expand(int occurrences) {
        ZonedDateTime at = time(startSecond - 1);
        long sum = 0;
        for (int i = 0; i < occurrences; i++) {
            at = times.nextExecution(at).orElseThrow();
            sum += at.toEpochSecond();
        }
        return sum;
    }

    @Override
    public long next(long after) {
        return times.nextExecution(time(after)).orElseThrow().toEpochSecond();
    }

    private ZonedDateTime time(long second) {
        return Instant.ofEpochSecond(second).atZone(zone);
    }
}
