package org.tickmark.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;

/** What {@link Secrets} promises, on any database. */
abstract class SecretsSuite {
    private static final Caller CALLER = Caller.os("ada", Locale.ENGLISH);
    private static final Caller NOBODY = new Caller("user:x", Set.of(), Set.of(), Locale.ENGLISH, Origin.WEB);
    private static final SecretRef MAIL = new SecretRef("mail.password");
    private static final SecretRef OTHER = new SecretRef("other");
    private static final String VALUE = "invented-✓-päss";

    @TempDir
    private Path data;

    private final RecordingAudit audit = new RecordingAudit();
    private DatabaseFixture database;
    private Transactions transactions;
    private Path keyFile;
    private Secrets secrets;

    abstract DatabaseFixture open();

    @BeforeEach
    void openDatabase() {
        database = open();
        transactions = database.migrate("org.tickmark.platform", EncryptedSecrets.class);
        keyFile = data.resolve("secrets").resolve("key");
        secrets = secrets();
    }

    @AfterEach
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void keepsASecretOverARestart() {
        secrets.keep(CALLER, MAIL, VALUE.toCharArray());

        assertThat(secrets().read(MAIL))
                .hasValueSatisfying(value -> assertThat(new String(value)).isEqualTo(VALUE));
        assertThat(secrets.read(OTHER)).isEmpty();
    }

    @Test
    void replacesAndForgets() {
        secrets.keep(CALLER, MAIL, "first".toCharArray());
        secrets.keep(CALLER, MAIL, "second".toCharArray());
        secrets.keep(CALLER, OTHER, new char[0]);

        assertThat(secrets.names(CALLER)).containsExactly(MAIL, OTHER);
        assertThat(secrets.read(MAIL))
                .hasValueSatisfying(value -> assertThat(new String(value)).isEqualTo("second"));
        assertThat(secrets.read(OTHER))
                .hasValueSatisfying(value -> assertThat(value).isEmpty());
        assertThat(secrets.forget(CALLER, MAIL)).isTrue();
        assertThat(secrets.forget(CALLER, MAIL)).isFalse();
        assertThat(secrets.read(MAIL)).isEmpty();
        assertThat(audit.actions()).containsExactly("secret.keep", "secret.keep", "secret.keep", "secret.forget");
        assertThat(audit.acts().toString()).doesNotContain("second");
    }

    @Test
    void keepsNothingReadableInTheDatabase() {
        secrets.keep(CALLER, MAIL, "aaaaaaaaaaaaaaaa".toCharArray());
        String first = column("ciphertext");
        secrets.keep(CALLER, MAIL, "aaaaaaaaaaaaaaaa".toCharArray());

        assertThat(column("ciphertext")).as("another nonce each time").isNotEqualTo(first);
        assertThat(new String(java.util.Base64.getDecoder().decode(first), StandardCharsets.ISO_8859_1))
                .doesNotContain("aaa");
    }

    @Test
    void makesAKeyFileForTheOwnerOnly() throws IOException {
        secrets.keep(CALLER, MAIL, VALUE.toCharArray());

        assertThat(rights(keyFile)).isEqualTo("rw-------");
        assertThat(rights(keyFile.getParent())).isEqualTo("rwx------");
        assertThat(keyFile.getParent().toFile().list()).containsExactly("key");
    }

    @Test
    void refusesAKeyFileThatOthersMayRead() throws IOException {
        secrets.keep(CALLER, MAIL, VALUE.toCharArray());
        Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r-----"));

        assertUnreadable(secrets(), "secret.key.exposed");
    }

    @Test
    void saysThatTheKeyIsMissingOrDamagedOrAnother() throws IOException {
        secrets.keep(CALLER, MAIL, VALUE.toCharArray());
        Path kept = data.resolve("kept");
        Files.move(keyFile, kept);
        assertUnreadable(secrets(), "secret.key.missing");

        Secrets withNewKey = secrets();
        withNewKey.keep(CALLER, OTHER, VALUE.toCharArray());
        assertUnreadable(withNewKey, "secret.other-key");

        Files.writeString(keyFile, "short");
        assertUnreadable(secrets(), "secret.key.damaged");
    }

    @Test
    void noticesAnAlteredRow() {
        secrets.keep(CALLER, MAIL, VALUE.toCharArray());
        String ciphertext = column("ciphertext");
        String altered = (ciphertext.charAt(0) == 'A' ? 'B' : 'A') + ciphertext.substring(1);
        set("ciphertext", altered);
        assertUnreadable(secrets, "secret.tampered");

        set("ciphertext", "no base64!");
        assertUnreadable(secrets, "secret.tampered");

        set("ciphertext", "");
        assertUnreadable(secrets, "secret.tampered");

        set("ciphertext", ciphertext);
        set("nonce", "");
        assertUnreadable(secrets, "secret.tampered");
    }

    @Test
    void noticesASecretMovedToAnotherName() {
        secrets.keep(CALLER, OTHER, VALUE.toCharArray());
        set("name", MAIL.name());

        assertUnreadable(secrets, "secret.tampered");
    }

    @Test
    void letsOnlyThoseChangeAndListThatMay() {
        assertThatThrownBy(() -> secrets.keep(NOBODY, MAIL, new char[0])).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> secrets.forget(NOBODY, MAIL)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> secrets.names(NOBODY)).isInstanceOf(PermissionDenied.class);
    }

    private Secrets secrets() {
        return new EncryptedSecrets(transactions, audit, ManualClock.at("2026-03-02T08:00:00Z"), new KeyFile(keyFile));
    }

    private static void assertUnreadable(Secrets secrets, String code) {
        assertThatThrownBy(() -> secrets.read(MAIL)).isInstanceOfSatisfying(TickmarkException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(code);
            assertThat(e.problem().where()).isPresent();
            assertThat(e.problem().advice()).isPresent();
            assertThat(e.problem().toString()).doesNotContain(VALUE);
        });
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private String column(String name) {
        return transactions.reading(tx -> Sql.on(tx.connection(), "SELECT " + name + " AS found FROM secret")
                .one(row -> row.text("found")));
    }

    private void set(String column, String value) {
        transactions.inTransaction(tx -> Sql.on(tx.connection(), "UPDATE secret SET " + column + " = ?")
                .with(value)
                .update());
    }
}
