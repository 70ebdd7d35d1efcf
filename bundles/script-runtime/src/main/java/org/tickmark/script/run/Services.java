package org.tickmark.script.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.message.Message;

/** What granted objects and actions stand on: services that come and go. Safe for use from many threads. */
public final class Services {
    private final Supplier<Optional<Books>> books;
    private final Supplier<Optional<Outbox>> outbox;
    private final Supplier<Optional<Tasks>> tasks;
    private final Supplier<Optional<Imports>> imports;
    private final Supplier<Optional<Reconciliation>> reconciliation;
    private final Transactions transactions;

    /**
     * Services as they are just now.
     *
     * @param transactions where letters are put into the outbox
     */
    public Services(
            Supplier<Optional<Books>> books,
            Supplier<Optional<Outbox>> outbox,
            Supplier<Optional<Tasks>> tasks,
            Supplier<Optional<Imports>> imports,
            Supplier<Optional<Reconciliation>> reconciliation,
            Transactions transactions) {
        this.books = books;
        this.outbox = outbox;
        this.tasks = tasks;
        this.imports = imports;
        this.reconciliation = reconciliation;
        this.transactions = transactions;
    }

    private static <T> T there(Supplier<Optional<T>> service, String name) {
        return service.get().orElseThrow(() -> Texts.problem("script.grant-away", "grant.away", name)
                .exception());
    }

    Books books() {
        return there(books, "books");
    }

    Outbox outbox() {
        return there(outbox, "mail");
    }

    Tasks tasks() {
        return there(tasks, "tasks");
    }

    Imports imports() {
        return there(imports, "import");
    }

    Reconciliation reconciliation() {
        return there(reconciliation, "reconcile");
    }

    /** Puts a letter into the outbox; returns how many mails it became. */
    long send(Session session, String to, String subject, String text) {
        Outbox box = outbox();
        if (!box.isOn()) {
            throw Texts.problem("config.mail-off", "mail.off").exception();
        }
        List<String> addresses = box.addresses("mail.send", to);
        MailContent content = MailContent.about(Message.verbatim(subject))
                .paragraph(Message.verbatim(text))
                .build();
        Letter always = Letter.of("script/" + session.script(), addresses, content);
        Letter letter = session.nextWork().map(always::once).orElse(always);
        return transactions
                .inTransaction(tx -> box.enqueue(tx, session.actor(), letter))
                .size();
    }

    /** Starts a task; returns the key of its run. */
    long start(Session session, String task, Map<String, String> parameters) {
        return tasks().start(
                        session.actor(), task, parameters, session.nextWork().orElse(""));
    }
}
