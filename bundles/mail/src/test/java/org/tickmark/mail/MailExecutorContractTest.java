package org.tickmark.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.mail.MailTemplate;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.task.FakeTaskRun;
import org.tickmark.testkit.task.TaskExecutorContract;

class MailExecutorContractTest extends TaskExecutorContract {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.mail", Courier.class);

    private final FakePostman postman = new FakePostman();
    private final Office office = new Office(TRANSACTIONS, ManualClock.at("2026-11-27T05:00:00Z"), postman);
    private final TaskExecutor executor = new MailExecutor(TRANSACTIONS, office.outbox, office.templates);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected TaskExecutor executor() {
        return executor;
    }

    @Override
    protected FakeTaskRun goodRun() {
        return FakeTaskRun.of(executor, Map.of("to", "kari@example.org", "subject", "Hello", "text", "one\ntwo"));
    }

    @Override
    protected FakeTaskRun failingRun() {
        return FakeTaskRun.of(executor, Map.of("to", "nobody", "subject", "Hello"));
    }

    @Override
    protected Optional<FakeTaskRun> longRun() {
        return Optional.empty();
    }

    @Test
    void aRunThatIsRepeatedSendsNothingTwice() throws Exception {
        FakeTaskRun run = goodRun();

        assertThat(executor.run(run).sent()).isEqualTo(1);
        assertThat(executor.run(run).sent()).isZero();
    }

    @Test
    void sendsWhatATemplateMakes() throws Exception {
        office.templates.add(new TestTemplate(office.accounts), Map.of(MailTemplate.TEMPLATE, TestTemplate.NAME));
        executor.run(FakeTaskRun.of(executor, Map.of("to", "ola@example.org, kari@example.org", "template", "test")));

        office.deliverDue();

        assertThat(postman.taken)
                .filteredOn(mail -> mail.subject().equals("Test message from Tickmark"))
                .hasSize(2);
    }

    @Test
    void tellsWhatIsWrong() {
        assertFails("mail.task", Map.of("to", "kari@example.org"));
        assertFails("mail.task", Map.of("to", "kari@example.org", "subject", "a", "template", "test"));
        assertFails("mail.template-unknown", Map.of("to", "kari@example.org", "template", "nothing"));
        office.settings.with(MailSettings.ENABLED, "false");
        assertFails("config.mail-off", Map.of("to", "kari@example.org", "subject", "a"));
    }

    private void assertFails(String code, Map<String, String> parameters) {
        assertThatThrownBy(() -> executor.run(FakeTaskRun.of(executor, parameters)))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
