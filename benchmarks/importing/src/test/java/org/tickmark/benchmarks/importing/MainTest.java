package org.tickmark.benchmarks.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.benchmarks.importing.Options.Measurement;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.testkit.file.FileForm;

class MainTest {
    private static final long PAYMENTS = 200;

    @TempDir
    Path folder;

    @Test
    void aFileIsBookedAsTheProductDoesAndItsRowsBySqlAlone() throws Exception {
        List<Database> databases = Stream.of("1", "2", "3", "4")
                .map(name -> new Database(Database.Store.H2, Database.H2_FILE + folder.resolve("books-" + name)))
                .toList();

        Figures figures = BookRun.measure(FileForm.CAMT, 1, PAYMENTS, folder, databases);

        assertThat(figures.refusal()).isEmpty();
        assertThat(figures.values()).containsEntry("entries", (double) PAYMENTS);
    }

    @Test
    void aLargeFileIsAsLargeAsAskedForAndReadToItsEnd() throws Exception {
        Path file = folder.resolve("large.xml");

        long payments = LargeRun.generate(file, 1, 1_000_000);

        assertThat(Files.size(file)).isBetween(900_000L, 1_100_000L);
        assertThat(LargeRun.measure(file, 1, payments).values()).containsEntry("entries", (double) payments);
        assertThat(LargeRun.measure(file, 1, payments + 1).refusal()).contains("expected");
    }

    @Test
    void measurementsAndFormsCanBeChosen() {
        Options options = Options.read(List.of("book", "camt", "MT940", "--quick", "--store", "h2", "--seed", "7"));

        assertThat(options.measurements()).containsExactly(Measurement.BOOK);
        assertThat(options.forms()).containsExactly(FileForm.CAMT, FileForm.MT940);
        assertThat(options.stores()).containsExactly(Database.Store.H2);
        assertThat(options.extent()).isEqualTo(Extent.QUICK);
        assertThat(options.repetitions()).isEqualTo(1);
        assertThat(options.seed()).isEqualTo(7);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> Options.read(List.of("pdf"))).hasMessageContaining("pdf");
        assertThatThrownBy(() -> Options.read(List.of("--store", "db2"))).hasMessageContaining("h2 or postgresql");
        assertThatThrownBy(() -> Options.read(List.of("--repeat", "0"))).hasMessageContaining("1 to 99");
    }
}
