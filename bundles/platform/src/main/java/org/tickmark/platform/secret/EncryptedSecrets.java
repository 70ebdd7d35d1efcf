package org.tickmark.platform.secret;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.secret.SecretCipher.Sealed;

/** Secrets in the table {@code secret}. */
final class EncryptedSecrets implements Secrets {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(EncryptedSecrets.class);
    private static final String AUDIT_STREAM = "config";

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final KeyFile keyFile;

    EncryptedSecrets(Transactions transactions, Audit audit, Clock clock, KeyFile keyFile) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.keyFile = keyFile;
    }

    @Override
    public Optional<char[]> read(SecretRef reference) {
        Optional<Kept> kept = transactions.reading(
                tx -> Sql.on(tx.connection(), "SELECT key_id, nonce, ciphertext FROM secret WHERE name = ?")
                        .with(reference.name())
                        .first(EncryptedSecrets::kept));
        return kept.map(row -> open(reference, row));
    }

    private static Kept kept(Row row) throws SQLException {
        return new Kept(row.text("key_id"), new Sealed(row.text("nonce"), row.text("ciphertext")));
    }

    private char[] open(SecretRef reference, Kept kept) {
        SecretCipher cipher = keyFile.existing();
        if (!cipher.id().equals(kept.keyId())) {
            throw problem("secret.other-key", reference)
                    .found(kept.keyId())
                    .expected(cipher.id())
                    .exception();
        }
        return cipher.open(reference.name(), kept.sealed())
                .orElseThrow(() -> problem("secret.tampered", reference).exception());
    }

    private static Problem.Builder problem(String code, SecretRef reference) {
        return Problem.error(code, MESSAGES.message(code))
                .where(reference.toString())
                .advice(MESSAGES.message(code + ".advice"));
    }

    @Override
    public void keep(Caller caller, SecretRef reference, char[] value) {
        caller.require(Permission.CONFIG_EDIT);
        SecretCipher cipher = keyFile.existingOrNew();
        Kept kept = new Kept(cipher.id(), cipher.seal(reference.name(), value));
        transactions.inTransaction(tx -> {
            delete(tx.connection(), reference);
            insert(tx.connection(), reference, kept);
            tell(tx, caller, "secret.keep", reference);
            return null;
        });
    }

    private void insert(Connection connection, SecretRef reference, Kept kept) throws SQLException {
        Sql.on(connection, "INSERT INTO secret (name, key_id, nonce, ciphertext, changed_at) VALUES (?, ?, ?, ?, ?)")
                .with(
                        reference.name(),
                        kept.keyId(),
                        kept.sealed().nonce(),
                        kept.sealed().ciphertext(),
                        clock.instant())
                .update();
    }

    @Override
    public boolean forget(Caller caller, SecretRef reference) {
        caller.require(Permission.CONFIG_EDIT);
        return transactions.inTransaction(tx -> {
            boolean forgotten = delete(tx.connection(), reference);
            if (forgotten) {
                tell(tx, caller, "secret.forget", reference);
            }
            return forgotten;
        });
    }

    private static boolean delete(Connection connection, SecretRef reference) throws SQLException {
        return Sql.on(connection, "DELETE FROM secret WHERE name = ?")
                        .with(reference.name())
                        .update()
                > 0;
    }

    private void tell(Tx tx, Caller caller, String action, SecretRef reference) throws SQLException {
        audit.append(tx, caller, new Audit.Act(AUDIT_STREAM, action, reference.toString(), Map.of()));
    }

    @Override
    public List<SecretRef> names(Caller caller) {
        caller.require(Permission.CONFIG_READ);
        return transactions.reading(tx -> Sql.on(tx.connection(), "SELECT name FROM secret ORDER BY name")
                .list(row -> new SecretRef(row.text("name"))));
    }

    /** A row. */
    private record Kept(String keyId, Sealed sealed) {}
}
