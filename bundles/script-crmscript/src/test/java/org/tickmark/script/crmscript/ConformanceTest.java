package org.tickmark.script.crmscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.Scripts.Ran;

/**
 * The conformance suite: small programs in {@code conformance/*.txt}, each with what it must do.
 *
 * <pre>
 * == name                what the program shows; its text follows
 * -- output              what it writes follows, up to the next program; a line break at the end is not compared
 * -- error LINE:COL CODE it does not compile; one such line for each error
 * -- fails LINE TEXT     it fails there, with this text in {@code error}
 * -- limit NAME          it reaches a limit
 * -- exit TEXT           it ends itself with this message
 * </pre>
 */
final class ConformanceTest {
    private static final int LEAST = 400;

    private record Program(String name, String text, List<String> expected, String output) {}

    @TestFactory
    Stream<DynamicContainer> programsDoWhatTheyMust() throws IOException {
        Map<String, String> includes = includes();
        return files("conformance").stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        String.valueOf(file.getFileName()),
                        programs(file).stream()
                                .map(program ->
                                        DynamicTest.dynamicTest(program.name(), () -> check(program, includes)))));
    }

    @Test
    void thereAreEnough() throws IOException {
        long number = files("conformance").stream()
                .mapToLong(file -> programs(file).size())
                .sum();
        assertThat(number).isGreaterThanOrEqualTo(LEAST);
    }

    private static void check(Program program, Map<String, String> includes) {
        Compilation compilation =
                Scripts.LANGUAGE.compile(new ScriptSource("test", program.text()), new Scripts.Host(includes));
        if (program.expected().get(0).startsWith("error ")) {
            assertThat(compilation.problems().stream().map(ConformanceTest::shown))
                    .containsExactlyElementsOf(program.expected());
            return;
        }
        assertThat(compilation.problems()).isEmpty();
        Ran ran = Scripts.run(compilation.program().orElseThrow());
        assertThat(outcome(ran)).isEqualTo(program.expected().get(0));
        if (ran.end().outcome() == Outcome.FINISHED) {
            assertThat(ran.output().stripTrailing()).isEqualTo(program.output());
        }
    }

    private static String shown(ScriptProblem found) {
        assertThat(found.problem().where()).isPresent();
        return "error " + found.position().line() + ":" + found.position().column() + " "
                + found.problem().code().substring("script.".length());
    }

    private static String outcome(Ran ran) {
        return switch (ran.end().outcome()) {
            case FINISHED -> "output";
            case EXITED -> "exit " + ran.end().message();
            case FAILED -> "fails " + line(ran) + " " + ran.failure();
            case LIMIT -> "limit " + limit(ran);
            case CANCELLED -> "cancelled";
        };
    }

    private static int line(Ran ran) {
        return ran.end().problem().orElseThrow().position().line();
    }

    private static String limit(Ran ran) {
        String id = ran.end().problem().orElseThrow().problem().what().id();
        return id.substring("run.limit.".length());
    }

    // ---------------------------------------------------------------- reading the files

    /** The texts of all programs. */
    static List<String> texts() throws IOException {
        return files("conformance").stream()
                .flatMap(file -> programs(file).stream())
                .map(Program::text)
                .toList();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(ConformanceTest.class.getResource("/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> includes() throws IOException {
        Map<String, String> includes = new TreeMap<>();
        for (Path file : files("conformance/includes")) {
            includes.put(String.valueOf(file.getFileName()).replace(".crm", ""), Files.readString(file));
        }
        return includes;
    }

    private static List<Program> programs(Path file) {
        try {
            String text = "\n" + Files.readString(file);
            return Stream.of(text.split("\n== ", -1))
                    .skip(1)
                    .map(ConformanceTest::program)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Program program(String text) {
        List<String> lines = text.lines().collect(Collectors.toCollection(ArrayList::new));
        String name = lines.remove(0);
        List<String> script = new ArrayList<>();
        while (!lines.get(0).startsWith("-- ")) {
            script.add(lines.remove(0));
        }
        List<String> expected = new ArrayList<>();
        while (!lines.isEmpty() && lines.get(0).startsWith("-- ")) {
            expected.add(lines.remove(0).substring(3));
        }
        return new Program(
                name,
                script.stream().map(line -> line + "\n").collect(Collectors.joining()),
                expected,
                String.join("\n", lines).stripTrailing());
    }
}
