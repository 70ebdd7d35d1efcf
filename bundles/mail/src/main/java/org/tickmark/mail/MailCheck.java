package org.tickmark.mail;

import java.util.Optional;
import java.util.function.Function;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.setting.Settings;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.mail.smtp.Handover;
import org.tickmark.mail.smtp.SmtpAccount;

/** Mail is on and set up, its server lets us in, and no mail was given up. */
final class MailCheck implements HealthCheck {
    private final Transactions transactions;
    private final Settings settings;
    private final Accounts accounts;
    private final Function<SmtpAccount, Handover> call;

    /**
     * A check.
     *
     * @param call calls the server, and hangs up without sending anything
     */
    MailCheck(Transactions transactions, Settings settings, Accounts accounts, Function<SmtpAccount, Handover> call) {
        this.transactions = transactions;
        this.settings = settings;
        this.accounts = accounts;
        this.call = call;
    }

    @Override
    public Health check() {
        Health health = settings.get(MailSettings.ENABLED) ? server() : off();
        long givenUp = transactions.reading(
                tx -> Sql.on(tx.connection(), "select count(*) as n from mail_outbox where state = 'GIVEN_UP'")
                        .one(row -> row.number("n")));
        return givenUp == 0
                ? health
                : health.and(Problem.warning("mail.given-up", Texts.message("check.given-up", givenUp))
                        .advice(Texts.message("check.given-up.advice"))
                        .build());
    }

    private static Health off() {
        return Health.well(Texts.message("check.off"))
                .and(Problem.warning("mail.off", Texts.message("check.off.problem"))
                        .where(MailSettings.ENABLED.key())
                        .advice(Texts.message("check.off.advice"))
                        .build());
    }

    private Health server() {
        SmtpAccount account;
        try {
            account = accounts.account();
        } catch (TickmarkException e) {
            return Health.well(Texts.message("check.not-set-up")).and(e.problem());
        }
        Health health = Health.well(Texts.message("check.server", account.host(), account.port(), account.from()));
        Optional<Problem> refusal = call.apply(account).refusal().map(why -> why.problem(account));
        return refusal.map(health::and).orElse(health);
    }
}
