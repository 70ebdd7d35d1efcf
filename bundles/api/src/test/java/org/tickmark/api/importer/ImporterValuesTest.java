package org.tickmark.api.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImporterValuesTest {
    @Test
    void anAccountNumberIsTheSameWithAndWithoutBlanks() {
        assertThat(AccountId.iban("no93 8601 1117 947")).isEqualTo(AccountId.iban("NO9386011117947"));
    }

    @Test
    void anEntryKeepsTheScaleGivenAndLeavesOutBlankReferencesAndLines() {
        ImportedEntry entry = ImportedEntry.of(new BigDecimal("8.850"), "line 2")
                .reference(Reference.Type.CREDITOR, " ")
                .reference(Reference.Type.CREDITOR, " 1234574 ")
                .text("")
                .text("Faktura 12")
                .build();

        assertThat(entry.amount()).hasToString("8.850");
        assertThat(entry.references()).containsExactly(new Reference(Reference.Type.CREDITOR, "1234574"));
        assertThat(entry.text()).containsExactly("Faktura 12");
        assertThat(entry.status()).isEqualTo(ImportedEntry.Status.BOOKED);
    }

    @Test
    void anEntryKeepsAllLinesInOrderAndNoneThatCameAfterIt() {
        ImportedEntry.Builder builder = ImportedEntry.of(BigDecimal.ONE, "line 2");
        List<String> lines = new ArrayList<>();

        for (String line : List.of("one", "two", "three", "four")) {
            ImportedEntry before = builder.build();
            ImportedEntry moved = before.bookedOn(LocalDate.of(2026, 11, 27));
            builder.text(line);
            assertThat(before.text()).isEqualTo(lines);
            assertThat(moved.text()).isEqualTo(lines);
            lines.add(line);
        }

        assertThat(builder.build().text()).isEqualTo(lines);
    }

    @Test
    void aHeadHoldsNoMoreThanItsLimit() {
        assertThatThrownBy(() -> new FileHead("big.xml", new byte[FileHead.LIMIT + 1]))
                .hasMessageContaining("65537");
    }

    @Test
    void aCodeTellsItsClass() {
        assertThat(ErrorClass.E4.code("amount")).isEqualTo("E4.amount");
        assertThat(ErrorClass.E4.covers("E4.amount")).isTrue();
        assertThat(ErrorClass.E1.covers("E12.amount")).isFalse();
    }
}
