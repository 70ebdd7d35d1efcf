package org.tickmark.mail;

import java.util.List;
import java.util.Locale;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailTemplate;
import org.tickmark.api.message.Message;
import org.tickmark.mail.smtp.SmtpAccount;

/** The test message: the account that it was sent through. */
final class TestTemplate implements MailTemplate {
    static final String NAME = "test";

    private final Accounts accounts;

    TestTemplate(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Message summary() {
        return Texts.message("test.summary");
    }

    @Override
    public MailContent content(Caller caller, String about) {
        caller.require(Permission.MAIL_READ);
        return of(accounts.account());
    }

    static MailContent of(SmtpAccount account) {
        return MailContent.about(Texts.message("test.subject"))
                .paragraph(Texts.message("test.text"))
                .table(
                        List.of(),
                        List.of(
                                row("host", account.host()),
                                row("port", String.valueOf(account.port())),
                                row("security", account.security().name().toLowerCase(Locale.ROOT)),
                                row("from", account.from())))
                .build();
    }

    private static List<Object> row(String label, String value) {
        return List.of(Texts.message("test." + label), value);
    }
}
