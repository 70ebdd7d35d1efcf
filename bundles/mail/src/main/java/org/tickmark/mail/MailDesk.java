package org.tickmark.mail;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.mail.Mails;
import org.tickmark.api.message.Message;
import org.tickmark.mail.OutboxTable.Standing;
import org.tickmark.mail.Rendering.Rendered;
import org.tickmark.mail.smtp.Handover;
import org.tickmark.mail.smtp.SmtpAccount;

/** Mail for those who look after it. */
final class MailDesk implements Mails {
    private static final String STREAM = "mail";

    private final Transactions transactions;
    private final Accounts accounts;
    private final StoredOutbox outbox;
    private final Templates templates;
    private final BiFunction<SmtpAccount, org.tickmark.mail.smtp.Message, Handover> postman;
    private final Runnable wake;
    private final Audit audit;
    private final Clock clock;

    MailDesk(
            Transactions transactions,
            Accounts accounts,
            StoredOutbox outbox,
            Templates templates,
            BiFunction<SmtpAccount, org.tickmark.mail.smtp.Message, Handover> postman,
            Runnable wake,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.outbox = outbox;
        this.templates = templates;
        this.postman = postman;
        this.wake = wake;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Trial test(Caller caller, Optional<String> recipient) {
        caller.require(Permission.MAIL_EDIT);
        SmtpAccount account = accounts.account();
        String to = Addresses.checked(recipient.orElse(account.from()));
        Rendered rendered = outbox.rendering(caller.locale()).of(TestTemplate.of(account));
        Handover handover = postman.apply(
                account,
                new org.tickmark.mail.smtp.Message(
                        outbox.messageId(),
                        to,
                        clock.instant(),
                        rendered.subject(),
                        rendered.text(),
                        rendered.html(),
                        rendered.files()));
        Optional<Problem> failure = handover.refusal().map(why -> why.problem(account));
        String outcome = failure.map(Problem::code).orElse("taken");
        record(caller, "mail.test", account.host(), Map.of("recipient", to, "outcome", outcome));
        return new Trial(to, handover.dialogue(), failure);
    }

    private void record(Caller caller, String action, String subject, Map<String, String> fields) {
        transactions.inTransaction(tx -> {
            audit.append(tx, caller, new Audit.Act(STREAM, action, subject, fields));
            return action;
        });
    }

    @Override
    public Optional<Mail> mail(Caller caller, long id) {
        caller.require(Permission.MAIL_READ);
        return transactions.reading(tx -> {
            Optional<Standing> standing =
                    OutboxTable.standings(tx, List.of(id)).stream().findFirst();
            return standing.isPresent() ? Optional.of(mail(tx, standing.get())) : Optional.empty();
        });
    }

    private static Mail mail(Tx tx, Standing standing) throws SQLException {
        org.tickmark.mail.smtp.Message message = OutboxTable.message(tx, standing.id());
        return new Mail(
                standing.id(),
                standing.about(),
                standing.recipient(),
                message.id(),
                standing.state(),
                message.date(),
                standing.nextAt(),
                OutboxTable.attempts(tx, standing.id()),
                preview(new Rendered(message.subject(), message.text(), message.html(), message.files())));
    }

    private static Preview preview(Rendered rendered) {
        List<String> files =
                rendered.files().stream().map(part -> part.file().name()).toList();
        return new Preview(rendered.subject(), rendered.text(), rendered.html(), files);
    }

    @Override
    public void retry(Caller caller, List<Long> mails) {
        Instant now = clock.instant();
        change(caller, "mail.retried", mails, (tx, mail) -> OutboxTable.retry(tx, mail, now, outbox.giveUpAt(now)));
        wake.run();
    }

    @Override
    public void drop(Caller caller, List<Long> mails) {
        Instant now = clock.instant();
        change(caller, "mail.dropped", mails, (tx, mail) -> OutboxTable.drop(tx, mail, now));
    }

    private void change(Caller caller, String action, List<Long> mails, Change change) {
        caller.require(Permission.MAIL_EDIT);
        transactions.inTransaction(tx -> {
            for (long mail : mails) {
                if (!change.on(tx, mail)) {
                    throw cannot(tx, mail).exception();
                }
                audit.append(tx, caller, new Audit.Act(STREAM, action, "mail/" + mail, Map.of()));
            }
            return mails.size();
        });
    }

    private static Problem.Builder cannot(Tx tx, long mail) throws SQLException {
        List<Standing> standing = OutboxTable.standings(tx, List.of(mail));
        String found = standing.isEmpty()
                ? "-"
                : standing.get(0).state() + (standing.get(0).underWay() ? ", under way" : "");
        return Problem.error("mail.state", Texts.message("state", mail))
                .found(found)
                .expected(State.WAITING + ", " + State.GIVEN_UP)
                .advice(Texts.message("state.advice"));
    }

    private interface Change {
        boolean on(Tx tx, long mail) throws SQLException;
    }

    @Override
    public SortedMap<String, Message> templates(Caller caller) {
        caller.require(Permission.MAIL_READ);
        return templates.summaries();
    }

    @Override
    public Preview preview(Caller caller, String template, String about, Locale language) {
        caller.require(Permission.MAIL_READ);
        return preview(outbox.rendering(language).of(templates.content(caller, template, about)));
    }
}
