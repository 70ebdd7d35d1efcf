package org.tickmark.platform.backup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.kit.backup.BackupManifest;

/** Compares a database that was put back with what its backup says, and looks whether it can be worked with. */
final class RestoredCheck {
    private static final int MOST_FINDINGS = 20;

    private final List<Problem> problems = new ArrayList<>();

    /** The database holds as many rows of each table as the backup says. */
    RestoredCheck rows(BackupManifest manifest, SortedMap<String, Long> found) {
        TreeSet<String> tables = new TreeSet<>(manifest.rows().keySet());
        tables.addAll(found.keySet());
        for (String table : tables) {
            long expected = manifest.rows().getOrDefault(table, 0L);
            long there = found.getOrDefault(table, 0L);
            if (expected != there) {
                problems.add(Texts.error("restored.rows", table)
                        .found(String.valueOf(there))
                        .expected(String.valueOf(expected))
                        .build());
            }
        }
        return this;
    }

    /** The chains of the audit log are whole. */
    RestoredCheck audit(Audit audit, Caller caller) {
        List<String> findings = audit.verify(caller);
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> problems.add(
                        Texts.error("restored.audit").found(finding).build()));
        return this;
    }

    /** The secrets can be read by the key that is here. */
    RestoredCheck secrets(Secrets secrets, Caller caller) {
        for (SecretRef secret : secrets.names(caller)) {
            try {
                secrets.read(secret).ifPresent(value -> Arrays.fill(value, '\0'));
            } catch (TickmarkException e) {
                problems.add(Texts.warning("restored.secret", secret.name())
                        .found(e.problem().what().toString())
                        .build());
            }
        }
        return this;
    }

    /** The database that is set is the one in the data directory. */
    RestoredCheck place(Map<String, String> origins) {
        String origin = origins.getOrDefault("store.url", "default");
        if (!origin.equals("default")) {
            problems.add(Texts.warning("restored.place").where(origin).build());
        }
        return this;
    }

    /** What was found. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
