package org.tickmark.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.mail.smtp.Failure;
import org.tickmark.mail.smtp.Handover;
import org.tickmark.mail.smtp.Refusal;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;

class MailCheckTest {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.mail", Courier.class);

    private final Office office = new Office(TRANSACTIONS, ManualClock.at("2026-11-27T05:00:00Z"), new FakePostman());
    private Optional<Refusal> refusal = Optional.empty();
    private final MailCheck check =
            new MailCheck(TRANSACTIONS, office.settings, office.accounts, account -> new Handover(List.of(), refusal));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aServerThatLetsUsInIsWell() {
        assertThat(check.check().problems()).isEmpty();
        assertThat(check.check().found().toString()).isEqualTo("localhost, port 25, from tickmark@example.org");
    }

    @Test
    void mailThatIsOffIsVisible() {
        office.settings.with(MailSettings.ENABLED, "false");

        assertThat(codes()).containsExactly("mail.off");
    }

    @Test
    void whatIsNotSetUpIsAWrongConfiguration() {
        office.settings.with(MailSettings.FROM, "");

        assertThat(codes()).containsExactly("config.invalid");
    }

    @Test
    void aServerThatRefusesIsTold() {
        refusal = Optional.of(new Refusal(Failure.CERTIFICATE_FILE, "no such file"));

        assertThat(codes()).hasSize(1).allSatisfy(code -> assertThat(code).startsWith("mail."));
    }

    @Test
    void mailsThatWereGivenUpAreTold() {
        long mail = office.enqueue("kari@example.org").get(0);
        set(mail, "GIVEN_UP");
        assertThat(codes()).containsExactly("mail.given-up");
        set(mail, "DROPPED");
        assertThat(codes()).isEmpty();
    }

    private static void set(long mail, String state) {
        TRANSACTIONS.inTransaction(tx -> Sql.on(tx.connection(), "update mail_outbox set state = ? where id = ?")
                .with(state, mail)
                .update());
    }

    private List<String> codes() {
        return check.check().problems().stream().map(Problem::code).toList();
    }
}
