package org.tickmark.mail;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.message.Message;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;

/** The settings of mail, {@code mail.*}. */
@Component
public final class MailSettings implements SettingGroup {
    /** Whether mails are taken and delivered. */
    static final Setting<Boolean> ENABLED = Setting.flag("mail.enabled", false, help("enabled"));
    /** The address that mails come from. */
    static final Setting<String> FROM = Setting.text("mail.from", "", help("from"));
    /** Where answers go. */
    static final Setting<String> REPLY_TO = Setting.text("mail.replyTo", "", help("replyTo"));
    /** Name of the server. */
    static final Setting<String> HOST = Setting.text("mail.host", "", help("host"));
    /** Port of the server; 0 for the usual one. */
    static final Setting<Long> PORT = Setting.integer("mail.port", 0, 0, 65_535, help("port"));
    /** How the connection is kept private. */
    static final Setting<String> SECURITY =
            Setting.choice("mail.security", "starttls", List.of("starttls", "tls", "none"), help("security"));
    /** A file of further certificates to trust. */
    static final Setting<String> CERTIFICATES = Setting.text("mail.certificates", "", help("certificates"));
    /** Who logs in. */
    static final Setting<String> USER = Setting.text("mail.user", "", help("user"));
    /** What the secret is. */
    static final Setting<String> LOGIN = Setting.choice(
            "mail.login",
            "password",
            List.of("password", "bearer", "refresh-token", "client-credentials"),
            help("login"));
    /** Name of the secret. */
    static final Setting<String> SECRET = Setting.text("mail.secret", "mail.password", help("secret"));
    /** Where access tokens are given. */
    static final Setting<String> TOKEN_URL = Setting.text("mail.tokenUrl", "", help("tokenUrl"));
    /** As which program they are asked for. */
    static final Setting<String> CLIENT_ID = Setting.text("mail.clientId", "", help("clientId"));
    /** Name of the secret of that program. */
    static final Setting<String> CLIENT_SECRET =
            Setting.text("mail.clientSecret", "mail.client-secret", help("clientSecret"));
    /** What they are asked for. */
    static final Setting<String> SCOPE = Setting.text("mail.scope", "", help("scope"));
    /** How long the server may take for an answer. */
    static final Setting<Duration> TIMEOUT = Setting.duration("mail.timeout", Duration.ofSeconds(30), help("timeout"));
    /** The language of mails. */
    static final Setting<String> LANGUAGE =
            Setting.choice("mail.language", "en", List.of("en", "nb", "sv"), help("language"));
    /** How many attempts may begin in a minute. */
    static final Setting<Long> PER_MINUTE = Setting.integer("mail.perMinute", 60, 1, 10_000, help("perMinute"));
    /** How large the files of a mail may be in all. */
    static final Setting<Long> MOST_KILOBYTES =
            Setting.integer("mail.mostKilobytes", 5_000, 10, 50_000, help("mostKilobytes"));
    /** How long a mail is tried. */
    static final Setting<Duration> GIVE_UP_AFTER =
            Setting.duration("mail.giveUpAfter", Duration.ofDays(2), help("giveUpAfter"));
    /** How long delivered mails are kept. */
    static final Setting<Duration> KEEP_FOR = Setting.duration("mail.keepFor", Duration.ofDays(90), help("keepFor"));

    private static Message help(String name) {
        return Texts.message("setting." + name);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                ENABLED,
                FROM,
                REPLY_TO,
                HOST,
                PORT,
                SECURITY,
                CERTIFICATES,
                USER,
                LOGIN,
                SECRET,
                TOKEN_URL,
                CLIENT_ID,
                CLIENT_SECRET,
                SCOPE,
                TIMEOUT,
                LANGUAGE,
                PER_MINUTE,
                MOST_KILOBYTES,
                GIVE_UP_AFTER,
                KEEP_FOR);
    }
}
