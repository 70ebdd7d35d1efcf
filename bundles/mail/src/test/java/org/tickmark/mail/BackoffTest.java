package org.tickmark.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waitsTwiceAsLongEachTimeUpToAnHour() {
        long[] seconds = {30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600};
        for (int failures = 1; failures <= seconds.length; failures++) {
            for (long mail = 1; mail <= 100; mail++) {
                assertThat(Backoff.after(mail, failures))
                        .isBetween(
                                Duration.ofMillis(seconds[failures - 1] * 800),
                                Duration.ofMillis(seconds[failures - 1] * 1200));
            }
        }
        assertThat(Backoff.after(1, Integer.MAX_VALUE)).isLessThan(Duration.ofMinutes(73));
    }

    @Test
    void spreadsMailsAndStaysTheSameForOne() {
        assertThat(Backoff.after(1, 1)).isEqualTo(Backoff.after(1, 1)).isNotEqualTo(Backoff.after(2, 1));
    }
}
