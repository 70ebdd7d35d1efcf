package org.tickmark.launcher.it;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Night runs are killed at moments all over their course, and run again: what is left must be what a run leaves that nobody
 * disturbs, and each file must lie in its archive once. The system property {@code tickmark.kills} says how many nights, from a
 * few for every build to as many as patience allows; what was killed when is written to {@code target/kills.txt}.
 */
class CrashIT {
    private static final int NIGHTS = Integer.getInteger("tickmark.kills", 1);
    private static final int FEW = 10;
    private static final int REJECTED = 1;
    private static final List<String> GROUPS = List.of("north-1930", "south-1930", "west-1930");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path temp;

    private static Nights nights;

    @BeforeAll
    static void runANightThatNobodyDisturbs() throws Exception {
        List<String> questions = Stream.concat(
                        Stream.of("audit verify", "rec status -o json"),
                        GROUPS.stream().map(group -> "rec open " + group + " -o json"))
                .toList();
        Nights.Plan plan = new Nights.Plan("/A", questions, "west", Path.of("target/kills.txt"), NIGHTS > FEW ? 1 : 3);
        nights = new Nights(temp, new NightFiles(NIGHTS > FEW ? 1000 : 60), plan);
        nights.assertThatEveryFileIsArchivedOnce(REJECTED);
    }

    @AfterAll
    static void leaveNothingElsewhere() throws Exception {
        nights.close();
    }

    static IntStream nights() {
        return IntStream.rangeClosed(1, NIGHTS);
    }

    @ParameterizedTest
    @MethodSource("nights")
    void a37_theRunAfterAKillLeavesWhatAnUndisturbedOneLeaves(int seed) throws Exception {
        nights.disturb(seed);
    }

    static IntStream firstStarts() {
        return IntStream.rangeClosed(1, Math.max(1, NIGHTS / 5));
    }

    @ParameterizedTest
    @MethodSource("firstStarts")
    void theStartAfterAKilledFirstOneFindsADatabaseAsNew(int seed) throws Exception {
        nights.disturbFirstStart(seed);
    }
}
