package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.kit.hash.Sha256;
import org.tickmark.launcher.it.Moment.Sign;

/**
 * Night runs are killed at moments all over their course, and run again: what is left must be what a run leaves that nobody
 * disturbs, and each file must lie in its archive once. The system property {@code tickmark.kills} says how many nights, from a
 * few for every build to as many as patience allows; what was killed when is written to {@code target/kills.txt}.
 */
class CrashIT {
    private static final int NIGHTS = Integer.getInteger("tickmark.kills", 3);
    private static final int FEW = 10;
    private static final Path REPORT = Path.of("target/kills.txt");
    private static final List<String> GROUPS = List.of("north-1930", "south-1930", "west-1930");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path temp;

    private static final NightFiles FILES = new NightFiles(NIGHTS > FEW ? 1000 : 60);
    private static Path archive;
    private static Path elsewhere;
    private static Path definitions;
    private static Path template;
    private static long firstStart;
    private static Course course;
    private static Left expected;

    /** What a night leaves behind. */
    private record Left(
            int exitCode,
            int nightsFinished,
            Map<String, List<String>> store,
            Map<String, String> archive,
            Map<String, String> source,
            Map<String, String> spool,
            String told) {}

    @BeforeAll
    static void runANightThatNobodyDisturbs() throws Exception {
        archive = temp.resolve("archive");
        elsewhere = otherVolume();
        definitions = Files.writeString(temp.resolve("night.yaml"), FILES.definitions(archive.toString()));
        Night set = new Night(new Tickmark(temp.resolve("template")), archive);
        template = set.tickmark().data();
        Running applying = set.tickmark().start("config", "apply", definitions.toString());
        new Moment(Sign.OPENED, 1, 0).await(set, applying);
        long opened = System.nanoTime();
        ok(applying.end());
        firstStart = System.nanoTime() - opened;

        Night undisturbed = night("undisturbed");
        Running running = undisturbed.tickmark().start("/A");
        course = Course.of(undisturbed, running);
        expected = left(undisturbed, running.end());
        assertThat(expected.archive().values())
                .as("every file once, and two reports")
                .containsExactlyInAnyOrderElementsOf(hashesAndTwoReports());
        Files.writeString(REPORT, "undisturbed: " + course + "\n");
    }

    private static List<String> hashesAndTwoReports() {
        return Stream.concat(
                        FILES.bytes().values().stream().map(Sha256::hex),
                        Stream.of(FolderImage.REPORT, FolderImage.REPORT))
                .toList();
    }

    /** A folder into which files cannot just be renamed, where there is one: then they are copied. */
    private static Path otherVolume() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean other = Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(temp));
        return Files.createTempDirectory(other ? memory : temp, "tickmark-kills");
    }

    @AfterAll
    static void leaveNothingElsewhere() throws IOException {
        Trees.delete(elsewhere);
    }

    static IntStream nights() {
        return IntStream.rangeClosed(1, NIGHTS);
    }

    @ParameterizedTest
    @MethodSource("nights")
    void theRunAfterAKillLeavesWhatAnUndisturbedOneLeaves(int seed) throws Exception {
        Night night = night("night-" + seed);
        try {
            note("\nnight " + seed + ":");
            Random random = random(seed);
            int kills = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
            for (int i = 0; i < kills; i++) {
                kill(night, random, seed % 4 == 3);
            }
            assertThatItIsAsExpected(left(night, night.tickmark().run("/A")));
            note(" then as expected");
        } finally {
            night.tickmark().killAll();
        }
    }

    static IntStream firstStarts() {
        return IntStream.rangeClosed(1, Math.max(1, NIGHTS / 5));
    }

    @ParameterizedTest
    @MethodSource("firstStarts")
    void theStartAfterAKilledFirstOneFindsADatabaseAsNew(int seed) throws Exception {
        Night night = new Night(new Tickmark(temp.resolve("first-start-" + seed)), archive);
        try {
            Moment moment = new Moment(Sign.OPENED, 1, (long) (random(seed).nextDouble() * firstStart / 2));
            Running victim = night.tickmark().start("unit", "list");
            moment.await(night, victim);
            victim.kill();
            ok(night.tickmark().run("config", "apply", definitions.toString()));
            assertThatTheStoreIs(
                    StoreImage.of(template), StoreImage.of(night.tickmark().data()));
            note("\nfirst start " + seed + ": killed (" + moment + "); then as expected");
        } finally {
            night.tickmark().killAll();
        }
    }

    /** Seeds that follow each other begin alike in {@link Random}; those far from each other do not. */
    private static Random random(int seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static void kill(Night night, Random random, boolean server) throws Exception {
        Moment moment = course.moment(random, night.claimed(), night.archived());
        Running victim = server ? night.tickmark().server() : night.tickmark().start("/A");
        Running run = server ? night.tickmark().start("/A") : victim;
        boolean inTime = moment.await(night, run);
        victim.kill();
        run.end();
        note(" %s %s (%s: %d taken, %d archived);"
                .formatted(
                        server ? "server" : "command",
                        inTime ? "killed" : "had ended before",
                        moment,
                        night.claimed(),
                        night.archived()));
    }

    private static Left left(Night night, Result result) throws Exception {
        return new Left(
                result.exitCode(),
                StoreImage.nightsFinished(night.tickmark().data()),
                StoreImage.of(night.tickmark().data()),
                FolderImage.of(archive),
                FolderImage.of(night.source()),
                FolderImage.of(night.tickmark().data().resolve("tmp")),
                told(night));
    }

    /** What a person is told afterwards, without the keys of entries. */
    private static String told(Night night) throws Exception {
        String lines = Stream.concat(
                        Stream.of("audit verify", "rec status -o json"),
                        GROUPS.stream().map(group -> "rec open " + group + " -o json"))
                .collect(Collectors.joining("\n"));
        Path script = Files.writeString(temp.resolve("questions"), lines);
        return ok(night.tickmark().run("-f", script.toString())).replaceAll("\"entry_id\" *: *\\d+", "");
    }

    private static void assertThatItIsAsExpected(Left left) {
        assertThatTheStoreIs(expected.store(), left.store());
        assertThat(left.archive()).as("archive").isEqualTo(expected.archive());
        assertThat(left.source()).as("left in the source").isEmpty();
        assertThat(left.spool()).as("left in the spool").isEmpty();
        assertThat(left.told()).isEqualTo(expected.told());
        // What a run tells that came to its end is not told again.
        assertThat(left.exitCode()).as("exit code").isEqualTo(left.nightsFinished() == 1 ? expected.exitCode() : 0);
    }

    private static void assertThatTheStoreIs(Map<String, List<String>> expectedStore, Map<String, List<String>> store) {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : expectedStore.entrySet()) {
            List<String> rows = store.get(table.getKey());
            without(rows, table.getValue()).forEach(row -> differences.add(table.getKey() + ", too much: " + row));
            without(table.getValue(), rows).forEach(row -> differences.add(table.getKey() + ", missing: " + row));
        }
        assertThat(differences).isEmpty();
    }

    /** What is left of rows when others are taken away, each once. */
    private static List<String> without(List<String> rows, List<String> others) {
        Map<String, Long> left = others.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
        return rows.stream().filter(row -> left.merge(row, -1L, Long::sum) < 0).toList();
    }

    /** A fresh data directory, set up and with every file in its folder, and empty archives. */
    private static Night night(String name) throws IOException {
        Night night = new Night(new Tickmark(temp.resolve(name)), archive);
        Trees.delete(archive);
        Trees.delete(elsewhere);
        Files.createDirectories(elsewhere);
        Files.createDirectories(archive);
        Files.createSymbolicLink(archive.resolve("west"), elsewhere);
        Trees.copy(template, night.tickmark().data());
        FILES.putInto(night.tickmark().data());
        for (Path path : FILES.bytes().keySet()) {
            Files.createDirectories(archive.resolve(path.getName(1)).resolve(path.getName(2)));
        }
        return night;
    }

    private static void note(String text) throws IOException {
        Files.writeString(REPORT, text, StandardOpenOption.APPEND);
    }
}
