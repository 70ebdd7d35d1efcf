package org.tickmark.importer.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.importer.RecordingSink;

class EntryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "C12,50NTRF; 12.50",
                "D12,50NTRF; -12.50",
                "RC12,50NTRF; -12.50",
                "RD12,50NTRF; 12.50",
                "CR12,50NTRF; 12.50",
                "DR12,50NTRF; -12.50",
                "RCR12,50NTRF; -12.50",
                "CN0,01NTRF; 0.01",
                "D9,N192; -9",
                "D1500NTRF; -1500",
                "D1500; -1500",
                "D000000000120,83N544EREF; -120.83",
                "D1234.56NTRF; -1234.56",
                "D1.234,56NTRF; -1234.56",
                "C0,125NTRF; 0.125",
                "C 12,50 NTRF; 12.50"
            })
    void readsMarkAndAmount(String rest, BigDecimal amount) {
        assertThat(Mt.entry("2611021102" + rest).amount()).isEqualTo(amount);
    }

    @Test
    void marksAReversal() {
        assertThat(Mt.entry("2611021102RC1,00NTRF").reversal()).isTrue();
        assertThat(Mt.entry("2611021102C1,00NTRF").reversal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2611021103, 2026-11-03, 2026-11-02",
        "2612310102, 2027-01-02, 2026-12-31",
        "2701021231, 2026-12-31, 2027-01-02",
        "261102, 2026-11-02, 2026-11-02",
        "9911021102, 1999-11-02, 1999-11-02"
    })
    void putsTheEntryDateNearestToTheValueDate(String dates, LocalDate booked, LocalDate valued) {
        ImportedEntry entry = Mt.entry(dates + "D1,00NTRF");

        assertThat(entry.bookingDate()).hasValue(booked);
        assertThat(entry.valueDate()).hasValue(valued);
    }

    @Test
    void takesTheLastDayOfFebruaryForTheThirtieth() {
        RecordingSink sink = Mt.read(Mt.HEAD + ":61:2602300301D10,00NINT\n" + Mt.END);

        assertThat(Mt.onlyEntry(sink).valueDate()).hasValue(LocalDate.of(2026, 2, 28));
        assertThat(Mt.onlyEntry(sink).bookingDate()).hasValue(LocalDate.of(2026, 3, 1));
        assertThat(sink.codes()).containsExactly("W.date");
        assertThat(sink.problems().get(0).where()).hasValue("line 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "NTRFKunde 7//MB1; NTRF; Kunde 7; MB1",
                "NTRFNONREF//MB1; NTRF; ''; MB1",
                "FMSC01916//NONREF; FMSC; 01916; ''",
                "NOV NONREF; NOV; ''; ''",
                "NGT TMG TANGO; NGT; TMG TANGO; ''",
                "NTRF29-07-2026 10:05//B4G; NTRF; 29-07-2026 10:05; B4G",
                "NMSC; NMSC; ''; ''",
                "N024; N024; ''; ''",
                "' NTRIKREF+//20160'; NTRI; ''; 20160"
            })
    void readsTypeAndReferences(String rest, String code, String customer, String bank) {
        ImportedEntry entry = Mt.entry("2611021102D1,00" + rest);

        assertThat(entry.transactionCode()).isEqualTo(code);
        assertThat(entry.bankReference()).isEqualTo(bank);
        assertThat(entry.references())
                .isEqualTo(customer.isEmpty() ? List.of() : List.of(new Reference(Reference.Type.CUSTOMER, customer)));
    }

    @Test
    void readsTheLineUnderAnEntry() {
        String field = "2611021102D12,35NTRFNONREF\n/OCMT/EUR11,85//CHGS/EUR0,50/";
        ImportedEntry foreign = Mt.entry(field);

        assertThat(foreign.originalAmount()).hasValue(new BigDecimal("-11.85"));
        assertThat(foreign.originalCurrency()).isEqualTo("EUR");
        assertThat(Mt.entry("2611021102D1,00NTRFNONREF\n/TRCD/00100/").transactionCode())
                .isEqualTo("NTRF+00100");
        assertThat(Mt.entry("2611021102D1,00N544EREF\nNL91ABNA0417164300")
                        .party()
                        .account())
                .isEqualTo("NL91ABNA0417164300");
        assertThat(Mt.entry("2611021102D1,00NTRFNONREF\n911-KORTKJOP").text()).containsExactly("911-KORTKJOP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "26X1021102D1,00NTRF; E4.date; 'line 5, column 5'; 26X102",
                "261102110D1,00NTRF; E4.date; 'line 5, column 11'; 110",
                "2611021302D1,00NTRF; E4.date; 'line 5, column 11'; 1302",
                "2611021102X1,00NTRF; E4.code; 'line 5, column 15'; X1",
                "2611021102DNTRF; E4.amount; 'line 5, column 17'; TRF",
                "2611021102D1,0,0NTRF; E4.amount; 'line 5, column 16'; '1,0,0NTRF'",
                "2611021102D; E4.amount; 'line 5, column 16'; -",
                "26; E4.date; 'line 5, column 5'; 26"
            })
    void tellsWhichFieldCannotBeRead(String field, String code, String where, String found) {
        Problem problem =
                Mt.read(Mt.HEAD + ":61:" + field + "\n" + Mt.END).problems().get(0);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.where()).hasValue(where);
        assertThat(problem.found()).hasValue(found);
        assertThat(problem.expected()).isPresent();
        assertThat(problem.advice()).isPresent();
    }

    @Test
    void warnsOfAnEntryDateFarFromTheValueDate() {
        assertThat(Mt.read(Mt.HEAD + ":61:2611020504D1,00NTRF\n" + Mt.END).codes())
                .containsExactly("W.far");
    }
}
