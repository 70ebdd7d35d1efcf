package org.tickmark.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.mail.Mails.State;
import org.tickmark.api.metric.MetricFamily;
import org.tickmark.api.metric.MetricFamily.Sample;
import org.tickmark.api.metric.MetricSource;
import org.tickmark.mail.OutboxTable.Count;

/** The figures of mail. */
final class MailFigures implements MetricSource {
    private final Transactions transactions;
    private final Courier courier;
    private final Clock clock;

    MailFigures(Transactions transactions, Courier courier, Clock clock) {
        this.transactions = transactions;
        this.courier = courier;
        this.clock = clock;
    }

    @Override
    public List<MetricFamily> metrics() {
        Count waiting = transactions.reading(tx -> OutboxTable.count(tx, State.WAITING));
        Count givenUp = transactions.reading(tx -> OutboxTable.count(tx, State.GIVEN_UP));
        double oldest = waiting.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
        return List.of(
                family(
                        "tickmark_mail_delivered_total",
                        MetricFamily.Type.COUNTER,
                        "Mails that this process delivered",
                        courier.taken()),
                family(
                        "tickmark_mail_failures_total",
                        MetricFamily.Type.COUNTER,
                        "Attempts of this process that failed",
                        courier.failed()),
                family(
                        "tickmark_mail_given_up",
                        MetricFamily.Type.GAUGE,
                        "Mails given up that nobody has looked after",
                        givenUp.mails()),
                family(
                        "tickmark_mail_oldest_waiting_seconds",
                        MetricFamily.Type.GAUGE,
                        "Age of the oldest mail that waits",
                        oldest),
                family(
                        "tickmark_mail_waiting",
                        MetricFamily.Type.GAUGE,
                        "Mails that wait to be delivered",
                        waiting.mails()));
    }

    private static MetricFamily family(String name, MetricFamily.Type type, String help, Number value) {
        return new MetricFamily(name, type, help, List.of(Sample.of(Map.of(), value.doubleValue())));
    }
}
