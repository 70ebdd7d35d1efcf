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
import org.tickmark.kit.hash.Sha256;
import org.tickmark.launcher.it.Moment.Sign;

/**
 * Runs over the files of a {@link FileSet} that are killed at moments all over their course, and run again: what is left must be what a run leaves
 * that nobody disturbs.
 */
final class Nights implements AutoCloseable {
    private final Path folder;
    private final FileSet files;
    private final String command;
    private final List<String> questions;
    private final Path report;
    private final int leastKills;
    private final Path archive;
    private final Path elsewhere;
    private final String abroad;
    private final Path definitions;
    private final Path template;
    private final long firstStart;
    private final Course course;
    private final Left expected;

    /**
     * How to run.
     *
     * @param command the batch, such as {@code /A}
     * @param questions commands that tell what is left, and no generated key but {@code entry_id}
     * @param abroad the folder of the archives that is on another volume, where there is one: into it files cannot just be renamed
     * @param report where it is written what was killed when
     * @param kills how often at least a night is killed
     */
    record Plan(String command, List<String> questions, String abroad, Path report, int kills) {}

    /** What a night leaves behind. */
    record Left(
            int exitCode,
            int nightsFinished,
            Map<String, List<String>> store,
            Map<String, String> archive,
            Map<String, String> source,
            Map<String, String> spool,
            String told) {}

    /** Sets up, and lets one run go undisturbed. */
    Nights(Path folder, FileSet files, Plan plan) throws Exception {
        this.folder = folder;
        this.files = files;
        this.command = plan.command();
        this.questions = plan.questions();
        this.report = plan.report();
        this.abroad = plan.abroad();
        this.leastKills = plan.kills();
        archive = folder.resolve("archive");
        elsewhere = otherVolume();
        definitions = Files.writeString(folder.resolve("night.yaml"), files.definitions(archive.toString()));
        Night set = new Night(new Tickmark(folder.resolve("template")), archive, 0);
        template = set.tickmark().data();
        Running applying = set.tickmark().start("config", "apply", definitions.toString());
        new Moment(Sign.OPENED, 1, 0).await(set, applying);
        long opened = System.nanoTime();
        ok(applying.end());
        firstStart = System.nanoTime() - opened;

        Night undisturbed = night("undisturbed");
        Running running = undisturbed.tickmark().start(command);
        course = Course.of(undisturbed, running);
        expected = left(undisturbed, running.end());
        Files.writeString(report, "undisturbed: " + course + "\n");
    }

    /** Asserts that the undisturbed run has left every file once in an archive, and so many reports on rejected ones. */
    void assertThatEveryFileIsArchivedOnce(int reports) {
        List<String> hashes =
                new ArrayList<>(files.bytes().values().stream().map(Sha256::hex).toList());
        for (int i = 0; i < 2 * reports; i++) {
            hashes.add(FolderImage.REPORT);
        }
        assertThat(expected.archive().values())
                .as("every file once, and two reports on each of those rejected")
                .containsExactlyInAnyOrderElementsOf(hashes);
    }

    /** A folder into which files cannot just be renamed, where there is one: then they are copied. */
    private Path otherVolume() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean other = Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder));
        return Files.createTempDirectory(other ? memory : folder, "tickmark-kills");
    }

    @Override
    public void close() throws IOException {
        Trees.delete(elsewhere);
    }

    /**
     * Kills one or a few runs, of the command or of a server that carries it out, and lets the next come to its end; asserts that this
     * leaves what is expected. Returns how many were killed.
     */
    int disturb(int seed) throws Exception {
        Night night = night("night-" + seed);
        try {
            note("\nnight " + seed + ":");
            Random random = random(seed);
            int kills = Math.max(leastKills, random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1);
            int killed = 0;
            for (int i = 0; i < kills; i++) {
                killed += kill(night, random, (seed + i) % 4 == 3) ? 1 : 0;
            }
            assertThatItIsAsExpected(left(night, night.tickmark().run(command)));
            note(" then as expected");
            Trees.delete(night.tickmark().data());
            return killed;
        } finally {
            night.tickmark().killAll();
        }
    }

    /** Kills the very first start on an empty directory; asserts that the next one finds a database as new. */
    void disturbFirstStart(int seed) throws Exception {
        Night night = new Night(new Tickmark(folder.resolve("first-start-" + seed)), archive, 0);
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

    private boolean kill(Night night, Random random, boolean server) throws Exception {
        Moment moment = course.moment(random, night.claimed(), night.archived());
        Running victim = server ? night.tickmark().server() : night.tickmark().start(command);
        Running run = server ? night.tickmark().start(command) : victim;
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
        return inTime;
    }

    private Left left(Night night, Result result) throws Exception {
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
    private String told(Night night) throws Exception {
        if (questions.isEmpty()) {
            return "";
        }
        Path script = Files.writeString(folder.resolve("questions"), String.join("\n", questions));
        return ok(night.tickmark().run("-f", script.toString())).replaceAll("\"entry_id\" *: *\\d+", "");
    }

    private void assertThatItIsAsExpected(Left left) {
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
    private Night night(String name) throws IOException {
        Night night = new Night(
                new Tickmark(folder.resolve(name)), archive, files.bytes().size());
        Trees.delete(archive);
        Trees.delete(elsewhere);
        Files.createDirectories(elsewhere);
        Files.createDirectories(archive);
        Files.createSymbolicLink(archive.resolve(abroad), elsewhere);
        Trees.copy(template, night.tickmark().data());
        files.putInto(night.tickmark().data());
        for (Path path : files.bytes().keySet()) {
            Files.createDirectories(archive.resolve(path.getName(1)).resolve(path.getName(2)));
        }
        return night;
    }

    private void note(String text) throws IOException {
        Files.writeString(report, text, StandardOpenOption.APPEND);
    }
}
