package org.tickmark.scheduler.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.Bell;
import org.tickmark.scheduler.run.DueRow;

class HeraldTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private final List<String> rung = new ArrayList<>();
    private final Inbox inbox = new Inbox();
    private final Herald herald = new Herald(inbox, new Recorded(), Clock.fixed(NOW, ZoneOffset.UTC));

    private final class Recorded implements Bell {
        @Override
        public void ring(String topic) {
            rung.add(topic);
        }

        @Override
        public Listening listen(String topic, Runnable heard) {
            throw new UnsupportedOperationException();
        }
    }

    private static DueRow due(Instant at) {
        return new DueRow(1, 0, at, at, 0, 1);
    }

    @Test
    void tellsOthersOfWhatIsDueSoon() {
        herald.due(List.of(due(NOW.plusSeconds(60)), due(NOW)));

        assertThat(inbox.take().rows()).hasSize(2);
        assertThat(rung).containsExactly(Herald.DUE);
    }

    @Test
    void letsOthersFindByThemselvesWhatIsDueLater() {
        herald.due(List.of(due(NOW.plusSeconds(60))));

        assertThat(inbox.take().rows()).hasSize(1);
        assertThat(rung).isEmpty();
    }

    @Test
    void tellsOthersOfChangesAndOfWishesToStop() {
        herald.changed();
        herald.cancelled(7, "enough");

        Inbox.Mail mail = inbox.take();
        assertThat(mail.changed()).isTrue();
        assertThat(mail.cancelled()).containsEntry(7L, "enough");
        assertThat(rung).containsExactly(Herald.DUE, Herald.CANCELLED);
    }
}
