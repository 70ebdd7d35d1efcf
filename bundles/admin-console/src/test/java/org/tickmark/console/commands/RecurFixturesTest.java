package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.ManualClock;

/** The fixture rows of the calendar kernel, asked through {@code recur next}. */
class RecurFixturesTest {
    private static final Path FIXTURES = Path.of("../recurrence/src/test/resources/org/tickmark/recurrence");
    private static final String ZONES = "zones.tsv";

    private final FakeTerminal terminal = new FakeTerminal();

    static Stream<Arguments> rows() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files
                    .filter(file -> file.toString().endsWith(".tsv") && !file.endsWith(ZONES))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(RecurFixturesTest::rowsOf);
        }
    }

    static Stream<Arguments> zoneRows() {
        return rowsOf(FIXTURES.resolve(ZONES));
    }

    private static Stream<Arguments> rowsOf(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1).map(line -> Arguments.of((Object[]) line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void listsTheOccurrences(
            String what, String start, String rule, String excluded, String added, String extent, String occurrences) {
        List<String> expected = Stream.of(occurrences.split(" "))
                .filter(text -> !text.equals("-"))
                .toList();
        List<String> words = new ArrayList<>(List.of("--dtstart", start, "--rrule", rule));
        if (!excluded.isEmpty()) {
            words.addAll(List.of("--exdate", excluded));
        }
        if (!added.isEmpty()) {
            words.addAll(List.of("--rdate", added));
        }
        assertThat(next(words, expected.size() + (extent.equals("ENDLESS") ? 0 : 1))
                        .map(line -> line[0].replaceAll("[-:]", "")))
                .containsExactlyElementsOf(
                        expected.stream().map(text -> text.replace("Z", "")).toList());
    }

    @ParameterizedTest(name = "{0}: {3} {4}")
    @MethodSource("zoneRows")
    void listsTheInstants(String what, String start, String rule, String gap, String overlap, String occurrences) {
        List<String> words = new ArrayList<>(List.of("--dtstart", start, "--rrule", rule));
        if (!gap.isEmpty()) {
            words.addAll(List.of(
                    "--gap",
                    gap.toLowerCase(Locale.ROOT).replace('_', '-'),
                    "--overlap",
                    overlap.toLowerCase(Locale.ROOT)));
        }
        List<OffsetDateTime> expected =
                Stream.of(occurrences.split(" ")).map(OffsetDateTime::parse).toList();
        assertThat(next(words, expected.size()).map(line -> line[0] + " " + line[2]))
                .containsExactlyElementsOf(expected.stream()
                        .map(at -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at) + " " + at.toInstant())
                        .toList());
    }

    private Stream<String[]> next(List<String> options, int number) {
        List<String> words =
                new ArrayList<>(List.of("recur", "next", "-o", "csv", "--no-headers", "-n", Integer.toString(number)));
        words.addAll(options);
        ExitCode exit = new Workbench()
                .with(RecurCommands.of(ManualClock.at("2026-02-01T06:00:00Z")).toArray(WorkbenchCommand[]::new))
                .run(terminal, words.toArray(String[]::new));
        assertThat(exit).as(terminal.err()).isEqualTo(ExitCode.OK);
        return terminal.out().lines().map(line -> line.split(",", -1));
    }
}
