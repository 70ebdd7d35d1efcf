package org.tickmark.scheduler.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.scheduler.run.DueRow;
import org.tickmark.scheduler.run.DueTable;

class PageTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void givesTheMostUrgentFirstAndLetsWhatWaitsLongEnoughPass() {
        DueRow old = row(1, -100, 0);
        DueRow fresh = row(2, 0, 0);
        DueRow important = row(3, 0, 50);
        Page page = new Page(List.of(fresh, old, important), DueTable.NEVER);

        assertThat(page.takeDue(NOON, 3)).containsExactly(old, important, fresh);
    }

    @Test
    void givesNothingBeforeItsTime() {
        DueRow later = row(1, 10, 100);
        Page page = new Page(List.of(later), DueTable.NEVER);

        assertThat(page.takeDue(NOON, 3)).isEmpty();
        assertThat(page.next(NOON)).isEqualTo(NOON.plusSeconds(10));
        assertThat(page.takeDue(NOON.plusSeconds(10), 3)).containsExactly(later);
    }

    @Test
    void givesARowOnceThoughItWasAddedTwice() {
        Page page = new Page(List.of(row(1, 0, 0)), DueTable.NEVER);
        page.add(row(1, 0, 0));

        assertThat(page.takeDue(NOON, 3)).hasSize(1);
    }

    @Test
    void leavesToTheNextReadingWhatLiesBeyondItsEnd() {
        Page page = new Page(List.of(row(1, 0, 0)), NOON.plusSeconds(5));
        page.add(row(2, 6, 0));

        assertThat(page.takeDue(NOON.plusSeconds(10), 3)).hasSize(1);
        assertThat(page.isUsedUp()).isTrue();
        assertThat(new Page(List.of(), DueTable.NEVER).isUsedUp()).isFalse();
    }

    private static DueRow row(long task, long seconds, int priority) {
        Instant at = NOON.plusSeconds(seconds);
        return new DueRow(task, 0, at, at, priority, 1);
    }
}
