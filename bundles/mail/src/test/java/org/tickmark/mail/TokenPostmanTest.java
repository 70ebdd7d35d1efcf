package org.tickmark.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.api.setting.Setting;
import org.tickmark.mail.smtp.Failure;
import org.tickmark.mail.smtp.Handover;
import org.tickmark.mail.smtp.Message;
import org.tickmark.mail.smtp.Refusal;
import org.tickmark.mail.smtp.SmtpAccount;
import org.tickmark.mail.smtp.SmtpAccount.Login;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.ManualSettings;

/** Logins with access tokens that have to be asked for, at a small token endpoint. */
class TokenPostmanTest {
    private final ManualClock clock = ManualClock.at("2026-11-27T05:00:00Z");
    private final FakeSecrets secrets = new FakeSecrets();
    private final List<String> asked = new ArrayList<>();
    private final List<SmtpAccount> used = new ArrayList<>();
    private ManualSettings settings;
    private Accounts accounts;
    private TokenPostman postman;
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"access_token\": \"one\", \"token_type\": \"Bearer\", \"expires_in\": 3600}";
    private Optional<Refusal> refusal = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::give);
        server.start();
        settings = new ManualSettings()
                .with(MailSettings.HOST, "mail.example.org")
                .with(MailSettings.FROM, "tickmark@example.org")
                .with(MailSettings.USER, "kari@example.org")
                .with(MailSettings.LOGIN, "refresh-token")
                .with(
                        MailSettings.TOKEN_URL,
                        "http://localhost:" + server.getAddress().getPort() + "/token")
                .with(MailSettings.CLIENT_ID, "tick mark");
        keep("mail.password", "refresh&1");
        accounts = new Accounts(settings, secrets);
        postman = new TokenPostman(new AccessTokens(accounts, clock), this::handOver);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRefreshTokenGetsAnAccessTokenThatIsUsedUntilItRunsOut() {
        send();
        clock.advance(Duration.ofMinutes(58));
        send();
        answer = answer.replace("one", "two");
        clock.advance(Duration.ofMinutes(1));
        send();

        assertThat(used)
                .extracting(account -> account.login().orElseThrow())
                .containsExactly(login("one"), login("one"), login("two"));
        assertThat(asked)
                .hasSize(2)
                .allMatch("grant_type=refresh_token&refresh_token=refresh%261&client_id=tick+mark"::equals);
    }

    @Test
    void aNewRefreshTokenTakesThePlaceOfTheOneBefore() {
        answer = answer.replace("{", "{\"refresh_token\": \"refresh2\", \"extra\": {\"more\": [1, 2]}, ");
        send();
        clock.advance(Duration.ofHours(2));
        send();
        assertThat(asked.get(1)).contains("refresh_token=refresh2");
    }

    @Test
    void theCredentialsOfTheProgramGetAnAccessToken() {
        settings.with(MailSettings.LOGIN, "client-credentials")
                .with(MailSettings.SCOPE, "https://mail.example.org/send");
        assertThatThrownBy(accounts::account).isInstanceOfSatisfying(TickmarkException.class, e -> assertThat(
                        e.problem().where())
                .contains("mail.clientSecret"));
        keep("mail.client-secret", "s=1");
        send();
        assertThat(asked)
                .containsExactly("grant_type=client_credentials&client_id=tick+mark&client_secret=s%3D1"
                        + "&scope=https%3A%2F%2Fmail.example.org%2Fsend");
    }

    @Test
    void aTokenThatTheMailServerRefusesIsNotUsedAgain() {
        refusal = Optional.of(new Refusal(Failure.LOGIN_REFUSED, "535 expired"));
        send();
        refusal = Optional.empty();
        send();
        assertThat(asked).hasSize(2);
    }

    @Test
    void thatNoTokenIsGivenIsAFailureThatIsTriedAgain() {
        status = 400;
        answer = "{\"error\": \"invalid_grant\", \"error_description\": \"taken\\r\\nback\"}";
        assertThat(refused().said()).isEqualTo("HTTP 400, invalid_grant: taken back");
        status = 200;
        answer = "<html>";
        assertThat(refused().said()).isEqualTo("HTTP 200, no JSON");
        server.stop(0);
        assertThat(refused().failure().isFinal()).isFalse();
        assertThat(used).isEmpty();
    }

    @Test
    void secretsGoNowhereInTheClear() {
        for (String url : List.of("http://192.0.2.1/token", "ftp://localhost/token", "no address", "/token")) {
            settings.with(MailSettings.TOKEN_URL, url);
            assertBlames(MailSettings.TOKEN_URL);
        }
        settings.with(MailSettings.TOKEN_URL, "");
        assertBlames(MailSettings.TOKEN_URL);
        settings.with(MailSettings.TOKEN_URL, "https://login.example.org/token");
        assertThat(accounts.grant().toString()).doesNotContain("refresh&1");
        settings.with(MailSettings.CLIENT_ID, "");
        assertBlames(MailSettings.CLIENT_ID);
    }

    private void assertBlames(Setting<?> setting) {
        assertThatThrownBy(accounts::account).isInstanceOfSatisfying(TickmarkException.class, e -> assertThat(
                        e.problem().where())
                .contains(setting.key()));
    }

    private Refusal refused() {
        Refusal why = postman.apply(accounts.account(), message()).refusal().orElseThrow();
        assertThat(why.failure()).isEqualTo(Failure.NO_TOKEN);
        return why;
    }

    private void send() {
        postman.apply(accounts.account(), message());
    }

    private static Message message() {
        return new Message(
                "<1@example.org>",
                "ola@example.org",
                Instant.EPOCH,
                "Report",
                "What happened.",
                Optional.empty(),
                List.of());
    }

    private Handover handOver(SmtpAccount account, Message message) {
        used.add(account);
        return new Handover(List.of(), refusal);
    }

    private static Login login(String token) {
        return new Login("kari@example.org", token, Login.Kind.BEARER);
    }

    private void keep(String name, String secret) {
        secrets.keep(Caller.system(), new SecretRef(name), secret.toCharArray());
    }

    private void give(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
