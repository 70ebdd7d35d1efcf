package org.tickmark.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.message.Message;
import org.tickmark.testkit.MessageFiles;

class CheckupTest {
    private static final Health WELL = Health.well(Message.verbatim("all is well"));

    private final Checkup checkup = new Checkup(Duration.ofMillis(300));

    @Test
    void languagesSayTheSame() {
        MessageFiles.check(Asking.class);
    }

    @Test
    void asksAllByNameOrSome() {
        checkup.add("mail", false, () -> WELL);
        checkup.add("database", true, () -> WELL);

        assertThat(checkup.names()).containsExactly("database", "mail");
        assertThat(checkup.ask(List.of())).extracting(Finding::check).containsExactly("database", "mail");
        assertThat(checkup.ask(List.of("mail"))).extracting(Finding::check).containsExactly("mail");
        assertThat(checkup.askReadiness()).extracting(Finding::check).containsExactly("database");
    }

    @Test
    void aCheckThatThrowsIsAFindingAndStopsNoOther() {
        checkup.add("a", false, () -> {
            throw new IllegalStateException("broken");
        });
        checkup.add("b", false, () -> {
            throw Problem.error("store.unavailable", Message.verbatim("away")).exception();
        });
        checkup.add("c", false, () -> WELL);
        checkup.add("d", false, () -> {
            throw new StackOverflowError();
        });

        assertThat(checkup.ask(List.of()))
                .extracting(finding ->
                        finding.health().problems().stream().map(Problem::code).toList())
                .containsExactly(
                        List.of("health.failed"), List.of("store.unavailable"), List.of(), List.of("health.failed"));
    }

    @Test
    void aCheckThatHangsIsAFindingAndIsNotAskedAgainWhileItDoes() {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        checkup.add("share", true, () -> {
            asked.incrementAndGet();
            awaitStubbornly(release);
            return WELL;
        });
        checkup.add("other", true, () -> WELL);

        for (int i = 0; i < 2; i++) {
            assertThat(checkup.askReadiness())
                    .extracting(finding -> finding.health().problems().size())
                    .containsExactly(0, 1);
        }
        assertThat(asked).hasValue(1);
        release.countDown();
    }

    /** A folder of the network does not care for interrupts. */
    private static void awaitStubbornly(CountDownLatch release) {
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException e) {
                released = false;
            }
        }
    }

    @Test
    void aCheckThatWentIsNotAsked() {
        HealthCheck check = () -> WELL;
        checkup.add("mail", false, check);
        checkup.remove(check);

        assertThat(checkup.ask(List.of())).isEmpty();
    }
}
