package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The import of a hundred files of all formats is killed at moments all over its course, and run again: the books are as without that, and each file
 * lies once in its archive or rejected in there, with its reports. The system property {@code tickmark.import.kills} says how often, from a few for
 * every build to as many as patience allows; what was killed when is written to {@code target/import-kills.txt}.
 */
class ImportCrashIT {
    private static final int KILLS = Integer.getInteger("tickmark.import.kills", 1);
    private static final int FEW = 10;

    /** Of each form the file that is cut off. */
    private static final int REJECTED = 12;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path temp;

    private static Nights nights;

    @BeforeAll
    static void importWithoutBeingDisturbed() throws Exception {
        ImportFiles files = new ImportFiles(KILLS > FEW ? 60 : 10);
        assertThat(files.bytes()).hasSize(ImportFiles.COUNT);
        Path report = Path.of("target/import-kills.txt");
        nights = new Nights(temp, files, new Nights.Plan("/U", List.of(), "ofx", report, KILLS > FEW ? 1 : 2));
        nights.assertThatEveryFileIsArchivedOnce(REJECTED);
    }

    @AfterAll
    static void leaveNothingElsewhere() throws Exception {
        nights.close();
    }

    @Test
    void theImportAfterAKillLeavesWhatAnUndisturbedOneLeaves() throws Exception {
        int seed = 0;
        for (int kills = 0; kills < KILLS; ) {
            kills += nights.disturb(++seed);
        }
    }
}
