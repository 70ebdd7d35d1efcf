package org.tickmark.mail;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.Settings;
import org.tickmark.mail.smtp.SmtpAccount;
import org.tickmark.mail.smtp.SmtpAccount.Login;
import org.tickmark.mail.smtp.SmtpAccount.Security;

/** The account that the settings tell of, with its secrets as they are now. */
final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

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
        return Optional.of(
                switch (settings.get(MailSettings.LOGIN)) {
                    case "password" -> new Login(user.get(), secret(MailSettings.SECRET), Login.Kind.PASSWORD);
                    case "bearer" -> new Login(user.get(), secret(MailSettings.SECRET), Login.Kind.BEARER);
                    default -> granted(user.get(), grant());
                });
    }

    private static Login granted(String user, Grant grant) {
        LOG.debug("{} logs in with a token from {}", user, grant.url());
        return new Login(user, "", Login.Kind.GRANTED);
    }

    /**
     * By what access tokens are given.
     *
     * @throws TickmarkException as {@link #account}
     */
    Grant grant() {
        String url = required(MailSettings.TOKEN_URL, "https://login.example.org/oauth2/token");
        boolean refresh = settings.get(MailSettings.LOGIN).equals("refresh-token");
        return new Grant(
                tokenUrl(url),
                required(MailSettings.CLIENT_ID, "tickmark"),
                refresh ? kept(MailSettings.CLIENT_SECRET) : Optional.of(secret(MailSettings.CLIENT_SECRET)),
                refresh ? Optional.of(secret(MailSettings.SECRET)) : Optional.empty(),
                given(MailSettings.SCOPE),
                settings.get(MailSettings.TIMEOUT));
    }

    /** Keeps the refresh token that takes the place of the one before. */
    void keepRefreshToken(String token) {
        secrets.keep(Caller.system(), reference(MailSettings.SECRET), token.toCharArray());
    }

    private static URI tokenUrl(String text) {
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            String host = String.valueOf(url.getHost());
            if (scheme.equals("https") || (scheme.equals("http") && isThisMachine(host))) {
                return url;
            }
        } catch (URISyntaxException e) {
            LOG.debug("{} is no address", text, e);
        }
        throw invalid(MailSettings.TOKEN_URL, "token-url")
                .found(text)
                .expected("https://login.example.org/oauth2/token")
                .exception();
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private String secret(Setting<String> name) {
        return kept(name).orElseThrow(() -> invalid(name, "secret-missing")
                .found(settings.get(name))
                .advice(Texts.message("secret-missing.advice", settings.get(name)))
                .exception());
    }

    private Optional<String> kept(Setting<String> name) {
        return secrets.read(reference(name)).map(secret -> {
            try {
                return new String(secret);
            } finally {
                Arrays.fill(secret, '\0');
            }
        });
    }

    private SecretRef reference(Setting<String> setting) {
        String name = settings.get(setting);
        try {
            return new SecretRef(name);
        } catch (IllegalArgumentException e) {
            throw invalid(setting, "secret-name")
                    .found(name)
                    .expected(setting.defaultText())
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
