package org.tickmark.benchmarks.matching.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.score.Truth;
import org.tickmark.benchmarks.matching.workload.W1;

class WorkloadFilesTest {
    @TempDir
    Path folder;

    private Map<String, Object> write(Form form, long seed) throws IOException {
        return new WorkloadFiles(new W1(new W1.Settings(1_000, 0.3, 16, seed)), form).write(folder);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @ParameterizedTest
    @CsvSource({
        "1, c6d17757f87a9234ee2661ef56d834422e372386808eeca696902a06b2f4a51a, 9a2a80b83f188c0ed63cd97540ba1cf2595e07442f1ff3a93d8a97389aea8a24, 53a590409aa150a0cc1448a293549722059c85915a8fd52be6e42af7438e918d",
        "2, cfe2ac80ab0f4b8d1a493c59fbe560d7bb16ab75819dc8dd154d3cfecc6d2b88, 140cf2b55b045574ea3dd6b1a1ccb4e35bb0c4837c21b7fb0a2c7b508ffe3a21, 2a60e2f54c6e398413c7390b3bd992321b706a0b6fbf0afa115a7b32919bcb3f"
    })
    void theSameSeedGivesTheSameBytesEverywhere(long seed, String bank, String ledger, String truth)
            throws IOException {
        List<?> files = (List<?>) write(Form.PLAIN, seed).get("files");
        assertThat(files)
                .map(file -> ((Map<?, ?>) file).get("sha256"))
                .map(Object::toString)
                .containsExactly(bank, ledger, truth);
    }

    @Test
    void writesTickmarksOwnProfile() throws IOException {
        write(Form.PLAIN, 1);
        assertThat(lines("bank.csv").get(0))
                .isEqualTo("id;booking_date;value_date;amount;currency;reference;counterparty;text");
        assertThat(lines("bank.csv").get(1))
                .matches("B0000001;2026-\\d\\d-\\d\\d;2026-\\d\\d-\\d\\d;-?\\d+\\.\\d\\d;SEK;\\d*;;[^;]*");
    }

    @Test
    void leavesColumnsOut() throws IOException {
        write(new Form(Set.of(Column.ID, Column.COUNTERPARTY), OptionalLong.empty(), OptionalLong.empty()), 1);
        assertThat(lines("ledger.csv").get(0)).isEqualTo("booking_date;value_date;amount;currency;reference;text");
        assertThat(lines("truth.csv").get(1)).startsWith("bank;1;0;");
        assertThatThrownBy(() -> new Form(Set.of(Column.AMOUNT), OptionalLong.empty(), OptionalLong.empty()))
                .hasMessageContaining("cannot be left out");
    }

    @Test
    void shufflesAndRenamesWithoutChangingWhatThereIs() throws IOException {
        write(Form.PLAIN, 1);
        List<String> plain = withoutNames("ledger.csv");
        TruthFile truth = TruthFile.read(folder);
        write(Form.PLAIN.disguised(5), 1);
        List<String> disguised = withoutNames("ledger.csv");
        assertThat(disguised).isNotEqualTo(plain).containsExactlyInAnyOrderElementsOf(plain);
        assertThat(TruthFile.read(folder).ledger().keySet())
                .doesNotContainAnyElementsOf(truth.ledger().keySet());
    }

    private List<String> withoutNames(String file) throws IOException {
        return lines(file).stream()
                .map(line -> line.substring(line.indexOf(';')))
                .collect(Collectors.toList());
    }

    @Test
    void readsTheTruthAsItWasWritten() throws IOException {
        write(Form.PLAIN.disguised(5), 1);
        TruthFile read = TruthFile.read(folder);
        Truth truth = read.truth();
        assertThat(truth.rows(Side.BANK)).isEqualTo(lines("bank.csv").size() - 1);
        assertThat(truth.rows(Side.LEDGER)).isEqualTo(lines("ledger.csv").size() - 1);
        String first = lines("bank.csv").get(1);
        assertThat(read.bank().get(first.substring(0, first.indexOf(';')))).isZero();
    }
}
