package org.tickmark.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;

class H2StoredRunsTest extends StoredRunsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }

    @Test
    void writesOnceForManyNumbersOfRunsAndTasks() {
        List<Long> cached = transactions.inTransaction(tx -> {
            SchedulerTable.identify(tx, "here", "-");
            String caches = """
                select cache from information_schema.sequences where sequence_name = 'run_number'
                union all select identity_cache from information_schema.columns where table_name = 'task' and column_name = 'id'\
                """;
            return Sql.on(tx.connection(), caches).list(row -> row.number("cache"));
        });
        assertThat(cached).containsExactly(10_000L, 10_000L);
    }
}
