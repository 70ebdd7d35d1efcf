package org.tickmark.calendar.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.RandomEdits;
import org.tickmark.recurrence.Moment;

/**
 * What libical makes of our files. Skipped, visibly, where there is no C compiler or no libical (Debian: {@code gcc}, {@code pkg-config},
 * {@code libical-dev}).
 */
class LibicalTest {
    private static final int ROUNDS = Integer.getInteger("tickmark.calendar.witnessed", 40);

    @TempDir
    Path folder;

    @Test
    void libicalReadsTheSameOccurrences() throws Exception {
        Path program = built();
        int compared = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Item item = RandomEdits.edited(round, new Dial("Europe/Oslo", false));
            String text = IcsTest.written(item);
            if (text.contains("SKIP=")) {
                continue;
            }
            List<Instant> ours = item.content()
                    .occurrences()
                    .map(occurrence -> ((Moment.Zoned) occurrence.start()).instant())
                    .toList();
            assertThat(theirs(program, text))
                    .as("round %d%n%s%n%s", round, item, text)
                    .isEqualTo(ours);
            compared++;
        }
        assertThat(compared).isGreaterThan(ROUNDS / 2);
        System.out.printf("libical read %d of %d files, and the same occurrences%n", compared, ROUNDS);
    }

    private Path built() throws Exception {
        Path program = folder.resolve("occurrences");
        try (InputStream source = LibicalTest.class.getResourceAsStream("/libical/occurrences.c")) {
            Files.copy(source, folder.resolve("occurrences.c"));
        }
        String build = "cc -o occurrences occurrences.c $(pkg-config --cflags --libs libical)";
        assumeTrue(
                run(folder, "", "sh", "-c", "pkg-config --exists libical && " + build)
                        .ended(),
                "no C compiler or no libical-dev: what libical reads is not compared");
        return program;
    }

    /** As with the other witness: an event that names a date of the series stands in its place. */
    private static List<Instant> theirs(Path program, String text) throws Exception {
        Ran ran = run(program.getParent(), text, program.toString());
        assertThat(ran.ended()).as(text).isTrue();
        List<Instant> instants = new ArrayList<>();
        List<String[]> lines =
                ran.out().lines().map(line -> line.split(" ", -1)).toList();
        lines.stream().filter(line -> line[0].equals("-")).forEach(line -> instants.add(instant(line[1])));
        for (String[] line : lines) {
            if (!line[0].equals("-")) {
                assertThat(instants.remove(instant(line[0])))
                        .as("%s in %s", line[0], text)
                        .isTrue();
                instants.add(instant(line[1]));
            }
        }
        return instants.stream().sorted().toList();
    }

    private static Instant instant(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    private record Ran(boolean ended, String out) {}

    private static Ran run(Path folder, String input, String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            return new Ran(false, "");
        }
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        return new Ran(ended, out);
    }
}
