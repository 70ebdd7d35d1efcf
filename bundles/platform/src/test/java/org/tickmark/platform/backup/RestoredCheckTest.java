package org.tickmark.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.message.Message;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.kit.backup.BackupManifest;
import org.tickmark.testkit.host.Partly;

final class RestoredCheckTest {
    private static final BackupManifest MANIFEST = new BackupManifest(
            Instant.EPOCH,
            "Tickmark 1",
            BackupManifest.H2,
            new TreeMap<>(),
            new TreeMap<>(Map.of("entry", 3L, "unit", 1L)));

    private final RestoredCheck check = new RestoredCheck();

    @Test
    void asManyRowsAsTheBackupSaysAreWell() {
        assertThat(check.rows(MANIFEST, new TreeMap<>(Map.of("entry", 3L, "unit", 1L)))
                        .problems())
                .isEmpty();
    }

    @Test
    void rowsThatAreMissingAndTablesThatAreNewAreErrors() {
        check.rows(MANIFEST, new TreeMap<>(Map.of("entry", 2L, "other", 5L)));

        assertThat(check.problems())
                .extracting(problem -> problem.what().arguments().get(0) + " "
                        + problem.found().orElseThrow() + "/"
                        + problem.expected().orElseThrow())
                .containsExactly("entry 2/3", "other 5/0", "unit 0/1");
        assertThat(check.problems()).extracting(Problem::severity).containsOnly(Severity.ERROR);
    }

    @Test
    void a29_aBrokenChainIsAnError() {
        check.audit(
                Partly.answering(Audit.class, "verify", () -> List.of("books, record 7: changed")), Caller.system());

        assertThat(check.problems()).singleElement().satisfies(problem -> assertThat(problem.found())
                .contains("books, record 7: changed"));
    }

    @Test
    void a29_secretsOfAnotherKeyAreToldWithWhatToDo() {
        check.secrets(Partly.implemented(Secrets.class, new OfAnotherKey()), Caller.system());

        assertThat(check.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.toString()).contains("mail.password").contains("secrets/key");
        });
    }

    @Test
    void aDatabaseElsewhereIsTold() {
        assertThat(check.place(Map.of("store.url", "default")).problems()).isEmpty();
        assertThat(check.place(Map.of("store.url", "env:TICKMARK_STORE_URL")).problems())
                .hasSize(1);
    }

    /** What the check calls of the secrets. */
    public static final class OfAnotherKey {
        List<SecretRef> names(Caller caller) {
            return List.of(new SecretRef("mail.password"));
        }

        Optional<char[]> read(SecretRef reference) {
            if (reference.name().equals("mail.password")) {
                throw Problem.error("secret.other-key", Message.verbatim("other key"))
                        .exception();
            }
            return Optional.empty();
        }
    }
}
