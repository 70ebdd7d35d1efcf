package org.tickmark.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.Transactions;
import org.tickmark.mail.FakePostman.Killed;
import org.tickmark.mail.smtp.Failure;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;

/**
 * Processes that are killed between any two steps of a delivery, as often as the system property {@code tickmark.courier.kills} says, by a seed: no
 * letter that was committed is lost, and one arrives twice only if a process was killed while the other side was taking it.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("tickmark.courier.kills", 200);
    private static final int STEPS_OF_A_DELIVERY = 6;

    @Test
    void noLetterIsLostAndNoneArrivesTwiceUnlessKilledWhileItWasTaken() {
        try (DatabaseFixture database = DatabaseFixture.h2()) {
            Transactions transactions = database.migrate("org.tickmark.mail", Courier.class);
            ManualClock clock = ManualClock.at("2026-11-27T05:00:00Z");
            FakePostman postman = new FakePostman();
            Random random = new Random(20_261_127);
            int inTheWindow = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                Killing killing = new Killing(transactions, postman);
                Office office = new Office(killing, clock, killing::handOver);
                office.enqueue("kari@example.org");
                if (random.nextInt(4) == 0) {
                    postman.refuse(Failure.DEFERRED, 1);
                }
                killing.killAfter(random.nextInt(STEPS_OF_A_DELIVERY));
                inTheWindow += diesInTheWindow(office, killing) ? 1 : 0;
                clock.advance(Duration.ofSeconds(random.nextInt(600)));
            }
            new Office(transactions, clock, postman).deliverFor(Duration.ofHours(6));

            Set<String> arrived = new HashSet<>(postman.ids());
            List<String> again = new ArrayList<>(postman.ids());
            arrived.forEach(again::remove);
            assertThat(arrived).as("every letter arrives").hasSize(KILLS);
            assertThat(again).as("letters that arrive again").hasSize(inTheWindow);
            assertThat(inTheWindow).as("kills while a mail was taken").isPositive();
        }
    }

    private static boolean diesInTheWindow(Office office, Killing killing) {
        try {
            office.deliverDue();
            return false;
        } catch (Killed e) {
            return killing.killedInTheWindow();
        }
    }
}
