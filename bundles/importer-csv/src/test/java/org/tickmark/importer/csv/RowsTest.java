package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

class RowsTest {
    @Test
    void readsTickmarksOwnColumnsInAnyOrder() {
        ImportedEntry entry = Csv.statement("""
                        text,counterparty,reference,currency,amount,value_date,booking_date,id
                        "Faktura 77, rest",Fjord AB,1234567897,SEK,-100.50,2026-11-03,2026-11-02,B-17
                        """).entries().get(0);

        assertThat(entry.id()).isEqualTo("B-17");
        assertThat(entry.bookingDate()).hasValue(LocalDate.of(2026, 11, 2));
        assertThat(entry.valueDate()).hasValue(LocalDate.of(2026, 11, 3));
        assertThat(entry.amount()).isEqualTo(new BigDecimal("-100.50"));
        assertThat(entry.references()).containsExactly(new Reference(Reference.Type.CUSTOMER, "1234567897"));
        assertThat(entry.party()).isEqualTo(Party.named("Fjord AB"));
        assertThat(entry.text()).containsExactly("Faktura 77, rest");
        assertThat(entry.bankReference()).isEmpty();
        assertThat(entry.position()).isEqualTo("line 2");
    }

    @Test
    void namesRowsByTheirNumberWhereTheFileDoesNot() {
        RecordedStatement statement = Csv.statement("""
                Datum;Text;Belopp;Status
                2026-11-01;ingen;1,00;Väntar
                2026-11-02;a;1,00;Bokförd

                2026-11-03;b;2,00;Bokförd
                """);

        assertThat(statement.entries()).extracting(ImportedEntry::id).containsExactly("2", "3");
        assertThat(statement.entries()).extracting(ImportedEntry::position).containsExactly("line 3", "line 5");
    }

    @Test
    void leavesOutWhatIsNotBookedAndSaysSo() {
        RecordingSink sink = Csv.read("""
                Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta
                Reserverad;-39,95;39 60 12-3;;ICA;ICA;;SEK
                2026/11/02;-33,00;39 60 12-3;;Kiosk;Kiosk;67,00;SEK
                """);

        assertThat(sink.summaries()).containsExactly("396012-3 SEK 100.00 > 67.00: -33.00");
        assertThat(sink.codes()).containsExactly("W.profile", "W.not-booked");
    }

    @Test
    void leavesOutRowsWithTheWordsThatTheDefinitionSets() {
        assertThat(Csv.statement(
                                "Dato;Tekst;Beløp\n02.11.2026;Prognose lønn;1,00\n03.11.2026;Lønn;2,00\n",
                                "pending=prognose")
                        .summary())
                .isEqualTo("- - - > -: 2.00");
    }

    @Test
    void tellsAStatusThatIsNotKnown() {
        Problem problem = Csv.read("""
                        Dato;Kategori;Underkategori;Tekst;Beløb;Saldo;Status;Afstemt
                        02.11.2026;;;a;1,00;1,00;Udført;Nej
                        03.11.2026;;;b;1,00;2,00;Gådefuld;Nej
                        """).errors().get(0);

        assertThat(problem.code()).isEqualTo("E4.status");
        assertThat(problem.where()).hasValue("line 3, column 7 (Status)");
        assertThat(problem.found()).hasValue("Gådefuld");
    }

    @Test
    void addsRowsWithoutDateAndAmountToTheTextAbove() {
        RecordedStatement statement = Csv.statement("""
                Dato;Tekst;Beløp
                02.11.2026;Betaling;10,00
                ;faktura 77;
                ;"KID 1234567897
                takk";
                03.11.2026;Gebyr;-3,00
                """);

        assertThat(statement.entries())
                .extracting(ImportedEntry::text)
                .containsExactly(List.of("Betaling", "faktura 77", "KID 1234567897", "takk"), List.of("Gebyr"));
    }

    @Test
    void takesBalancesThatStandInRowsOrBeforeTheTable() {
        assertThat(Csv.statement("""
                        Konto;;
                        Account number: 1234 56 78901;Valuta: NOK;
                        Inngående saldo;100,00;
                        Dato;Tekst;Beløp
                        02.11.2026;a;10,00
                        Utgående saldo pr 30.11.2026;;110,00
                        """).summary()).isEqualTo("12345678901 NOK 100.00 > 110.00: 10.00");
        assertThat(Csv.statement("""
                        Date,Type,Description,Paid out,Paid in,Balance
                        01 Jan 26,,BALANCE BROUGHT FORWARD,,,100.00
                        02 Jan 26,VIS,SHOP,20.00,,80.00
                        """).summary()).isEqualTo("- - 100.00 > 80.00: -20.00");
    }

    @Test
    void tellsTotalsForTheHostToProve() {
        assertThat(Csv.statement("Datum;Text;Belopp\n2026-11-02;Totalt;10,00\n2026-11-03;b;-3,00\nSumma;;7,00\n")
                        .controls())
                .containsExactly(new ControlTotals(
                        Optional.empty(), Optional.of(new BigDecimal("7.00")), Optional.empty(), Optional.empty()));
        assertThat(Csv.statement("Dato;Tekst;Ut;Inn\n02.11.2026;a;10,00;\n13.11.2026;b;;20,00\nSum;;10,00;20,00\n")
                        .controls())
                .containsExactly(new ControlTotals(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal("20.00")),
                        Optional.of(new BigDecimal("10.00"))));
    }

    @Test
    void doesNotTakeAnEntryForABalanceBecauseOfItsText() {
        assertThat(Csv.statement("""
                        Date;Text;Amount
                        2026-11-02;Total;1.00
                        2026-11-02;Primo;2.00
                        2026-11-02;IB Consulting;3.00
                        2026-11-02;Omsetning;4.00
                        """).count()).isEqualTo(4);
    }

    @Test
    void takesEveryRowOfTickmarksOwnTableForAnEntry() {
        RecordingSink sink = Csv.read("""
                booking_date;amount;text
                2026-11-02;1.00;Opening balance
                ;2.00;Total
                2026-11-03;3.00;Reservation
                """);

        assertThat(sink.summaries()).containsExactly("- - - > -: 1.00 3.00");
        assertThat(sink.errors()).hasSize(1).allMatch(problem -> problem.code().equals("E4.date"));
    }

    @Test
    void takesCountsAndBalancesOfNoCertainDayForNotes() {
        RecordingSink sink = Csv.read("""
                Dato;Tekst;Beløp
                13.11.2026;a;10,00
                Antall;;1
                Saldo;;10,00
                """);

        assertThat(sink.errors()).isEmpty();
        assertThat(sink.codes()).containsExactly("W.guess", "W.note", "W.note");
        assertThat(sink.statements().get(0).controls()).isEmpty();
    }

    @Test
    void doesNotTakeARowWithABrokenDateForATotal() {
        assertThat(Csv.read("Dato;Tekst;Beløp\n13.11.2026;a;10,00\n99.11.2026;Total;5,00\n")
                        .errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).hasValue("99.11.2026"));
    }

    @Test
    void leavesOutTheNamesOfColumnsWhereFilesWereJoined() {
        RecordingSink sink = Csv.read("Date;Text;Amount\n2026-11-02;a;1.00\nDate;Text;Amount\n2026-11-03;b;2.00\n");

        assertThat(sink.statements().get(0).summary()).endsWith("1.00 2.00");
        assertThat(sink.codes()).containsExactly("W.guess", "W.note");
    }

    @Test
    void saysWhichNotesItLeftOut() {
        RecordingSink sink = Csv.read("Datum;Text;Belopp\n2026-11-02;a;10,00\nUtskriven 2026-11-30;;\n");

        assertThat(sink.statements().get(0).count()).isEqualTo(1);
        Problem note = sink.problems().stream()
                .filter(problem -> problem.code().equals("W.note"))
                .findFirst()
                .orElseThrow();
        assertThat(note.where()).hasValue("line 3");
        assertThat(note.found()).hasValue("Utskriven 2026-11-30");
    }

    @Test
    void opensAStatementForEachAccountAndCurrency() {
        RecordingSink sink = Csv.read("""
                Account number;Date;Amount;Currency;Balance
                NO9386011117947;2026-11-02;10.00;NOK;110.00
                NO9386011117947;2026-11-02;5.00;EUR;55.00
                DK5000400440116243;2026-11-02;1.00;DKK;1.00
                NO9386011117947;2026-11-03;-10.00;NOK;100.00
                """);

        assertThat(sink.summaries())
                .containsExactly(
                        "NO9386011117947 NOK 100.00 > 100.00: 10.00 -10.00",
                        "NO9386011117947 EUR 50.00 > 55.00: 5.00",
                        "DK5000400440116243 DKK 0.00 > 1.00: 1.00");
    }

    @Test
    void takesTheCurrencyThatTheDefinitionSets() {
        assertThat(Csv.statement("Date;Amount;Currency\n2026-11-02;1.00;NOK\n", "currency=sek", "account=1234 567")
                        .summary())
                .isEqualTo("1234567 SEK - > -: 1.00");
    }

    @Test
    void tellsTheOtherSideBySenderAndRecipient() {
        RecordedStatement statement = Csv.statement("""
                Dato;Beskrivelse;Rentedato;Inn;Ut;Til konto;Fra konto;
                "02.11.2026";"Butikk";"";"";"-45,00";"";"12345678903";
                "13.11.2026";"Lønn";"";"100,00";"";"12345678903";"98765432100";
                """);

        assertThat(statement.summary()).isEqualTo("12345678903 NOK - > -: -45.00 100.00");
        assertThat(statement.entries().get(0).party()).isEqualTo(Party.NONE);
        assertThat(statement.entries().get(1).party().account()).isEqualTo("98765432100");
    }

    @Test
    void collectsErrorsWithPlaceFindingAndAdvice() {
        StringBuilder table = new StringBuilder("booking_date;amount\n");
        for (int i = 0; i < 60; i++) {
            table.append("2026-11-02;1,00\n");
        }
        RecordingSink sink = Csv.read(table.toString());

        assertThat(sink.errors()).hasSize(60).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("E4.amount");
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.found()).hasValue("1,00");
            assertThat(problem.expected()).hasValue("1234.56");
            assertThat(problem.advice()).isPresent();
        });
        assertThat(sink.errors().get(59).where()).hasValue("line 61, column 2 (amount)");
    }

    @Test
    void tellsARowWithMoreCellsThanColumns() {
        Problem problem = Csv.read("Date;Text;Amount\n2026-11-02;a;b;10,00\n2026-11-03;b;12,50;\n")
                .errors()
                .get(0);

        assertThat(problem.code()).isEqualTo("E3.surplus");
        assertThat(problem.where()).hasValue("line 2");
        assertThat(problem.found()).hasValue("4");
    }
}
