package org.tickmark.benchmarks.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    private static String run(String... words) throws IOException, SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Main(new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(words));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theDefaultRulesMatchTheTinyWorkloadWithoutAWrongMatchInAnyOrder() throws IOException, SQLException {
        assertThat(run("table", "w1", "--q", "0,0.6", "--sums", "0,32"))
                .contains("| exact | true | same |", ", 0 wrong")
                .doesNotContain("DIFFERS");
    }

    @Test
    void theDefaultRulesFallIntoNoTrapOfTheStrangers() throws IOException, SQLException {
        assertThat(run("table", "strangers", "--seed", "1-3"))
                .contains("| exact | true | same |", ", 0 wrong")
                .doesNotContain("DIFFERS");
    }

    @Test
    void nothingIsFoundByThoseWhoFindNothing() throws IOException, SQLException {
        run("generate", "w1", folder.toString(), "--omit", "id");
        Path result = Files.writeString(folder.resolve("result.json"), "{\"matches\": [], \"proof\": {\"ok\": true}}");
        assertThat(run("score", folder.toString(), result.toString()))
                .contains("\"recall\": \"0.0000\"", "\"open-exact\": false");
    }

    @Test
    void manyAlikeRowsAreLeftOpen() throws IOException, SQLException {
        assertThat(run("table", "z2")).contains("0 matches, 0 wrong");
    }

    @Test
    void saysWhichOptionItDoesNotKnow() {
        assertThatThrownBy(() -> run("table", "w1", "--sise", "T")).hasMessageContaining("--sise");
    }

    @Test
    void knowsTheAcceptanceSeedOfARelease() {
        // printf %s tickmark-W1-v1.0 | sha256sum, the first 16 digits
        assertThat(Long.toHexString(Options.seedOfTag("v1.0"))).isEqualTo("c50fb5fd0551b9fe");
    }
}
