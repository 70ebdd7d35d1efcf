package org.tickmark.example.importer.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.SampleFolder;

class PipeImporterTest {
    private static final String START = "PIPE|SE4550000000058398257466|SEK|0.00|1.00\n";

    @Test
    void readsTheSampleFile() throws IOException {
        RecordedStatement statement = read(SampleFolder.read(Path.of("samples", "november.pipe")))
                .statements()
                .get(0);

        assertThat(statement.proof()).isEqualTo(RecordedStatement.Proof.OK);
        ImportedEntry first = statement.entries().get(0);
        assertThat(first.bookingDate()).hasValue(LocalDate.of(2026, 11, 2));
        assertThat(first.references()).containsExactly(new Reference(Reference.Type.CREDITOR, "1234567897"));
        assertThat(first.party()).isEqualTo(Party.named("Granvik Måleri AB"));
        assertThat(first.text()).containsExactly("Faktura 1042");
        assertThat(first.position()).isEqualTo("line 2");
        assertThat(statement.entries().get(2).text()).containsExactly("Delbetalning | resten i december");
    }

    @Test
    void saysWhereWhatAndWhatNext() throws IOException {
        RecordingSink sink = read(SampleFile.of("x", START + "2026-11-02|1,00|||Fee\nEND|1\n"));

        assertThat(sink.errors().get(0).text(Locale.ENGLISH))
                .isEqualTo(
                        "line 2: The amount cannot be read. Found: 1,00; expected: -1234.56. Ask for the file again.");
    }

    @Test
    void refusesLinesThatDoNotMakeAStatement() {
        assertRefused("<html>", "E2.not-pipe");
        assertRefused(START + "2026-11-02|1.00\nEND|1\n", "E3.fields");
        assertRefused(START + "2026-11-02|1.00|||Fee\n", "E3.cut-off");
        assertRefused(START + "2026-11-02|1.00|||Fee\nEND|2\n", "E5.count");
        assertRefused(START + "x".repeat(2_000_000), "E3.length");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(PipeImporter.class);
    }

    private static void assertRefused(String file, String code) {
        assertThatThrownBy(() -> read(SampleFile.of("x", file)))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }

    private static RecordingSink read(SampleFile file) throws IOException {
        RecordingSink sink = new RecordingSink();
        new PipeImporter().read(file.open(), ReadContext.of(file.name()), sink);
        return sink;
    }
}
