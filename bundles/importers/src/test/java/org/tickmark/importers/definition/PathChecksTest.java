package org.tickmark.importers.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.PathCheck;

class PathChecksTest {
    @TempDir
    Path data;

    private PathChecks checks;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(data.resolve("in"));
        Files.createDirectories(data.resolve("archive"));
        checks = new PathChecks(new DefinitionFolders(data, List.of()));
    }

    private static ImportDefinition definition(String source, String archive) {
        return new ImportDefinition(
                "bank",
                "fjord",
                Optional.empty(),
                List.of(),
                source,
                "*.xml",
                archive,
                true,
                Strictness.USUAL,
                Map.of(),
                List.of(),
                ImportDefinition.Whole.SETTLED);
    }

    @Test
    void passesWhatWorksAndLeavesNothingBehind() throws IOException {
        Files.writeString(data.resolve("in/a.xml"), "a");
        Files.writeString(data.resolve("in/b.txt"), "b");

        List<PathCheck> made = checks.all(definition("in", "archive"));

        assertThat(made).allMatch(PathCheck::ok);
        assertThat(made)
                .extracting(PathCheck::check)
                .containsExactly(
                        "source.there",
                        "source.readable",
                        "source.writable",
                        "archive.there",
                        "archive.readable",
                        "archive.writable",
                        "archive.other",
                        "archive.volume",
                        "archive.space",
                        "source.files");
        assertThat(made.get(9).detail()).hasToString(data.resolve("in") + ": 1 file matches *.xml");
        try (Stream<Path> left = Files.walk(data)) {
            assertThat(left.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @Test
    void tellsAFolderThatIsMissing() {
        assertThat(failed(checks.all(definition("in", "nowhere")))).containsExactly("archive.there");
        assertThat(failed(checks.failures(definition("nowhere", "nowhere-too"))))
                .containsExactly("source.there", "archive.there");
    }

    @Test
    void tellsAFileThatStandsWhereAFolderShould() throws IOException {
        Files.writeString(data.resolve("file"), "");

        assertThat(failed(checks.failures(definition("file", "archive")))).containsExactly("source.there");
    }

    @Test
    void a16_tellsAnArchiveThatIsTheSourceByAnotherName() throws IOException {
        Files.createSymbolicLink(data.resolve("link"), data.resolve("in"));

        assertThat(failed(checks.all(definition("in", "link")))).containsExactly("archive.other");
        assertThat(failed(checks.failures(definition("in", "link")))).containsExactly("archive.other");
    }

    @Test
    void findsNothingWrongWithFoldersThatWork() {
        assertThat(checks.failures(definition("in", data.resolve("archive").toString())))
                .isEmpty();
    }

    private static List<String> failed(List<PathCheck> made) {
        return made.stream().filter(check -> !check.ok()).map(PathCheck::check).toList();
    }
}
