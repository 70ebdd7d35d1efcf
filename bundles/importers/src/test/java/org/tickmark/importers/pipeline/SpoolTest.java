package org.tickmark.importers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;

class SpoolTest {
    @TempDir
    Path folder;

    @Test
    void givesTheEntriesOfMixedStatementsBackInOrderAsOftenAsAsked() throws IOException {
        try (Spool spool = new Spool(folder)) {
            for (int i = 0; i < 3000; i++) {
                spool.add(i % 3, entry(i));
            }
            for (int reading = 0; reading < 2; reading++) {
                assertThat(positions(spool, 1))
                        .hasSize(1000)
                        .startsWith("line 1", "line 4")
                        .endsWith("line 2998");
            }
            assertThat(positions(spool, 7)).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void numbersEntriesAsTheyStandInTheFile() throws IOException {
        try (Spool spool = new Spool(folder)) {
            spool.add(0, entry(1));
            spool.add(1, entry(2));
            spool.add(0, entry(3));

            assertThat(spool.numbered(0)).extracting(NumberedEntry::number).containsExactly(1L, 3L);
            assertThat(spool.numbered(1)).extracting(NumberedEntry::number).containsExactly(2L);
        }
    }

    @Test
    void keepsEveryPartOfAnEntry() throws IOException {
        EntryDetail detail = new EntryDetail(
                new BigDecimal("-0.00001"),
                List.of(new Reference(Reference.Type.CREDITOR, "1234574")),
                new Party("Åse", "NO9386011117947", "TESTNOKK", "999888777"),
                List.of("linje 1", "linje 2"));
        ImportedEntry full = ImportedEntry.of(new BigDecimal("8.850"), "Stmt[1]/Ntry[1]")
                .status(ImportedEntry.Status.PENDING)
                .bookingDate(LocalDate.of(2026, 11, 2))
                .valueDate(LocalDate.of(2026, 11, 3))
                .currency("NOK")
                .original(new BigDecimal("1.00"), "EUR")
                .reversal(true)
                .bankReference("B1")
                .reference(Reference.Type.END_TO_END, "E1")
                .party(Party.named("Øystein"))
                .text("x".repeat(70_000))
                .transactionCode("PMNT")
                .voucher("A 1")
                .id("row 17")
                .detail(detail)
                .build();
        try (Spool spool = new Spool(folder)) {
            spool.add(0, full);

            assertThat(spool.of(0)).singleElement().usingRecursiveComparison().isEqualTo(full);
        }
    }

    private static ImportedEntry entry(int number) {
        return ImportedEntry.of(BigDecimal.ONE, "line " + number)
                .text("text of entry " + number)
                .build();
    }

    private static List<String> positions(Spool spool, int statement) {
        List<String> positions = new ArrayList<>();
        spool.of(statement).forEach(entry -> positions.add(entry.position()));
        return positions;
    }
}
