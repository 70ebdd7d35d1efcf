package org.tickmark.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.api.setting.Setting;
import org.tickmark.mail.smtp.SmtpAccount;
import org.tickmark.mail.smtp.SmtpAccount.Login;
import org.tickmark.mail.smtp.SmtpAccount.Security;
import org.tickmark.testkit.host.ManualSettings;

class AccountsTest {
    private final ManualSettings settings = new ManualSettings()
            .with(MailSettings.HOST, "mail.example.org")
            .with(MailSettings.FROM, "tickmark@example.org");
    private final FakeSecrets secrets = new FakeSecrets();
    private final Accounts accounts = new Accounts(settings, secrets);

    @Test
    void isPrivateByDefaultAtTheUsualPort() {
        SmtpAccount account = accounts.account();
        assertThat(account.security()).isEqualTo(Security.STARTTLS);
        assertThat(account.port()).isEqualTo(587);
        assertThat(account.login()).isEmpty();
        assertThat(account.replyTo()).isEmpty();
    }

    @Test
    void takesTheSecretAsItIsNow() {
        settings.with(MailSettings.USER, "kari").with(MailSettings.LOGIN, "bearer");
        keep("one");
        assertThat(accounts.account().login()).contains(new Login("kari", "one", Login.Kind.BEARER));
        keep("two");
        assertThat(accounts.account().login().orElseThrow().secret()).isEqualTo("two");
        assertThat(accounts.account().toString()).doesNotContain("two");
    }

    @Test
    void tellsWhichSettingIsMissingOrWrong() {
        settings.with(MailSettings.HOST, "");
        assertBlames(MailSettings.HOST);
        settings.with(MailSettings.HOST, "mail.example.org").with(MailSettings.FROM, "");
        assertBlames(MailSettings.FROM);
        settings.with(MailSettings.FROM, "no address");
        assertBlames(MailSettings.FROM);
        settings.with(MailSettings.FROM, "tickmark@example.org").with(MailSettings.REPLY_TO, "a@b\r\nBcc: c@d");
        assertBlames(MailSettings.REPLY_TO);
        settings.with(MailSettings.REPLY_TO, "").with(MailSettings.USER, "kari");
        assertBlames(MailSettings.SECRET);
        settings.with(MailSettings.SECRET, "No Name");
        assertBlames(MailSettings.SECRET);
    }

    @Test
    void sendsNoSecretInTheClear() {
        keep("one");
        settings.with(MailSettings.USER, "kari").with(MailSettings.SECURITY, "none");
        settings.with(MailSettings.HOST, "192.0.2.1");
        assertBlames(MailSettings.SECURITY);
        settings.with(MailSettings.HOST, "localhost");
        assertThat(accounts.account().security()).isEqualTo(Security.NONE);
    }

    private void keep(String secret) {
        secrets.keep(Caller.system(), new SecretRef("mail.password"), secret.toCharArray());
    }

    private void assertBlames(Setting<?> setting) {
        assertThatThrownBy(accounts::account).isInstanceOfSatisfying(TickmarkException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("config.invalid");
            assertThat(e.problem().where()).contains(setting.key());
        });
    }
}
