package org.tickmark.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.Settings;
import org.tickmark.mail.smtp.SmtpAccount;
import org.tickmark.mail.smtp.SmtpAccount.Login;
import org.tickmark.mail.smtp.SmtpAccount.Security;

/** The account that the settings tell of, with its secret as it is now. */
final class Accounts {
    private final Settings settings;
    private final Secrets secrets;

    Accounts(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /**
     * The account.
     *
     * @throws TickmarkException with code {@code config.invalid} if a setting is missing or wrong, or the secret is not kept
     */
    SmtpAccount account() {
        String host = required(MailSettings.HOST, "mail.example.org");
        String from = Addresses.inSetting(MailSettings.FROM.key(), required(MailSettings.FROM, "tickmark@example.org"));
        Security security = Security.valueOf(settings.get(MailSettings.SECURITY).toUpperCase(Locale.ROOT));
        long port = settings.get(MailSettings.PORT);
        return new SmtpAccount(
                host,
                port == 0 ? security.usualPort() : (int) port,
                security,
                login(host, security),
                from,
                given(MailSettings.REPLY_TO).map(address -> Addresses.inSetting(MailSettings.REPLY_TO.key(), address)),
                settings.get(MailSettings.TIMEOUT),
                given(MailSettings.CERTIFICATES).map(Path::of));
    }

    private Optional<Login> login(String host, Security security) {
        Optional<String> user = given(MailSettings.USER);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        if (security == Security.NONE && !isThisMachine(host)) {
            throw invalid(MailSettings.SECURITY, "open-login")
                    .found("none")
                    .expected("starttls, tls")
                    .exception();
        }
        Login.Kind kind = Login.Kind.valueOf(settings.get(MailSettings.LOGIN).toUpperCase(Locale.ROOT));
        return Optional.of(new Login(user.get(), secret(), kind));
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private String secret() {
        String name = settings.get(MailSettings.SECRET);
        char[] secret = secrets.read(reference(name)).orElseThrow(() -> invalid(MailSettings.SECRET, "secret-missing")
                .found(name)
                .advice(Texts.message("secret-missing.advice", name))
                .exception());
        try {
            return new String(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static SecretRef reference(String name) {
        try {
            return new SecretRef(name);
        } catch (IllegalArgumentException e) {
            throw invalid(MailSettings.SECRET, "secret-name")
                    .found(name)
                    .expected("mail.password")
                    .exception(e);
        }
    }

    private String required(Setting<String> setting, String example) {
        return given(setting).orElseThrow(() -> invalid(setting, "setting-missing")
                .expected(example)
                .advice(Texts.message("setting-missing.advice", setting.key(), setting.environmentVariable()))
                .exception());
    }

    private Optional<String> given(Setting<String> setting) {
        return Optional.of(settings.get(setting)).filter(text -> !text.isEmpty());
    }

    private static Problem.Builder invalid(Setting<?> setting, String text) {
        return Problem.error("config.invalid", Texts.message(text)).where(setting.key());
    }
}
