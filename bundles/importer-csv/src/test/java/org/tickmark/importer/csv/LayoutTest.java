package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.importer.AccountId.Scheme;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;
import org.tickmark.testkit.importer.SampleFile;

class LayoutTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tickmark            | booking_date;amount;id                                        | 2026-11-02;1.00;x",
                "nordea-se           | Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Meddelande;Saldo;Valuta | 2026/11/02;1,00;;1234567;a;b;c;1,00;SEK",
                "nordea-se-old       | Datum;Transaktion;Kategori;Belopp;Saldo                       | 2026-11-02;a;;1,00;1,00",
                "nordea-no           | Bokføringsdato;Beløp;Avsender;Mottaker;Navn;Tittel;Valuta;Betalingstype | 2026/11/02;1,00;;;a;b;NOK;c",
                "nordea-dk           | Bogføringsdato;Beløb;Afsender;Modtager;Navn;Beskrivelse;Saldo;Valuta;Afstemt; | 2026/11/02;1,00;;;a;b;1,00;DKK;;",
                "nordea-fi           | Kirjauspäivä;Määrä;Maksaja;Maksunsaaja;Nimi;Otsikko;Viitenumero;Valuutta | 2026/11/02;1,00;;;a;b;13;EUR",
                "swedbank-se         | Radnr;Clnr;Kontonr;Produkt;Valuta;Bokfdag;Transdag;Valutadag;Referens;Text;Belopp;Saldo | 1;8327-9;1234567;x;SEK;2026-11-02;2026-11-02;2026-11-02;r;t;1.00;1.00",
                "seb-se              | Bokföringsdatum;Valutadatum;Verifikationsnummer;Text;Belopp;Saldo | 2026-11-02;2026-11-02;5;t;1.000;1.000",
                "seb-se              | Bokförd;Valutadatum;Text;Typ;Insättningar;Uttag;Bokfört saldo | 2026-11-02;2026-11-02;a;t;1.00;;1.00",
                "handelsbanken-se    | Reskontradatum;Transaktionsdatum;Text;Belopp;Saldo            | 2026-11-02;2026-11-01;a;1,00;1,00",
                "lansforsakringar-se | Bokföringsdatum;Transaktionsdatum;Transaktionstyp;Meddelande;Belopp | 2026-11-02;2026-11-01;k;a;1,00",
                "ica-banken-se       | Datum;Text;Typ;Budgetgrupp;Belopp;Saldo                       | 2026-11-02;a;k;b;1,00 kr;1,00 kr",
                "skandia-se          | Bokföringsdag;Valutadag;Verifikationsnummer;Text;Belopp;Saldo | 2026-11-02;2026-11-02;5;a;1,00;1,00",
                "dnb-no              | Dato;Forklaring;Rentedato;Ut fra konto;Inn på konto           | 02.11.2026;a;02.11.2026;;1,00",
                "sbanken-no          | BOKFØRINGSDATO;RENTEDATO;ARKIVREFERANSE;TYPE;TEKST;UT FRA KONTO;INN PÅ KONTO | 02.11.2026;02.11.2026;123;k;a;;1,00",
                "sparebank1-no       | Dato;Beskrivelse;Rentedato;Inn;Ut;Til konto;Fra konto;        | 02.11.2026;a;;1,00;;;;",
                "danske-dk           | Dato;Kategori;Underkategori;Tekst;Beløb;Saldo;Status;Afstemt  | 02.11.2026;;;a;1,00;1,00;Udført;Nej",
                "danske-no           | Dato;Kategori;Underkategori;Tekst;Beløp;Saldo;Status;Avstemt  | 02.11.2026;;;a;1,00;1,00;Utført;Nei",
                "danske-se           | Datum;Kategori;Underkategori;Text;Belopp;Saldo;Status;Avstämt | 2026-11-02;;;a;1,00;1,00;Utförd;Nej",
                "danske-fi           | Pvm;Luokka;Alaluokka;Saaja/Maksaja;Määrä;Saldo;Tila;Tarkastus | 02.11.2026;;;a;1,00;1,00;Toteutunut;Ei",
                "op-fi               | Kirjauspäivä;Arvopäivä;Määrä EUROA;Laji;Selitys;Saaja/Maksaja;Saajan tilinumero;Viite;Viesti;Arkistointitunnus | 02.11.2026;02.11.2026;1,00;1;t;a;;;;1",
                "s-pankki-fi         | Kirjauspäivä;Maksupäivä;Summa;Tapahtumalaji;Maksaja;Saajan nimi;Saajan tilinumero;Saajan BIC-tunnus;Viitenumero;Viesti;Arkistointitunnus | 02.11.2026;02.11.2026;1,00;t;a;b;;;;;1"
            })
    void recognisesAProfileByItsColumns(String profile, String names, String row) {
        RecordingSink sink = Csv.read(names + "\n" + row + "\n");

        assertThat(sink.errors()).isEmpty();
        assertThat(sink.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("W.profile");
            assertThat(problem.severity()).isEqualTo(Severity.INFO);
            assertThat(problem.what().toString()).endsWith("(" + profile + ").");
        });
        assertThat(sink.statements().get(0).sum()).isEqualByComparingTo("1");
    }

    @Test
    void findsTheAccountBehindTheNameOfItsKind() {
        RecordedStatement statement = Csv.statement("""
                Min Bank
                2026-11-04, 15:52
                Sparkonto 123 456 789
                Datum;Text;Belopp
                2026-11-02;a;-1,50
                2026-11-13;b;2,00
                """);

        assertThat(statement.header().account().number()).isEqualTo("123456789");
    }

    @Test
    void shipsNoProfileThatNoTestKnows() {
        assertThat(Profiles.names()).hasSize(21).isSorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Booking date,Amount,Description           | booking-date=Booking date; amount=Amount; text=Description",
                "Dato,Beløp (NOK),Melding til mottaker     | booking-date=Dato; amount=Beløp (NOK); text=Melding til mottaker",
                "Datum,Belopp i SEK,Meddelande             | booking-date=Datum; amount=Belopp i SEK; text=Meddelande",
                "Dato,Tekst,Beløb                          | booking-date=Dato; amount=Beløb; text=Tekst",
                "Kirjauspäivä,Selitys,Määrä                | booking-date=Kirjauspäivä; amount=Määrä; text=Selitys",
                "Buchungstag,Verwendungszweck,Betrag       | booking-date=Buchungstag; amount=Betrag; text=Verwendungszweck",
                "BUCHUNGSTAG,VERWENDUNGSZWECK,BETRAG       | booking-date=BUCHUNGSTAG; amount=BETRAG; text=VERWENDUNGSZWECK",
                "Transaktionsdatum,Bokföringsdatum,Belopp  | booking-date=Bokföringsdatum; amount=Belopp",
                "Due date,Trans. date,Net amount           | booking-date=Trans. date; amount=Net amount",
                "Accounting_date,transaction_amount,#      | booking-date=Accounting_date; amount=transaction_amount; id=#",
                "Datum,Mottagare,Belopp                    | booking-date=Datum; amount=Belopp; counterparty=Mottagare",
                "Datum,VAT amount,Sales amount             | booking-date=Datum; amount=Sales amount"
            })
    void tellsColumnsByTheirNames(String names, String columns) {
        String row = Arrays.stream(names.split(",", -1))
                .map(name -> name.matches("(?i).*(dat|buchungst|päivä).*")
                        ? "2026-11-02"
                        : name.matches("(?i).*(amount|bel[oø]|betrag|määrä).*") ? "1.25" : "word")
                .collect(Collectors.joining(","));

        assertThat(Csv.howRead(names + "\n" + row + "\n")).contains("columns=" + columns);
    }

    @Test
    void tellsColumnsByTheirCellsWhereNamesDoNot() {
        assertThat(Csv.howRead("Quando;Cosa;Quanto;Resto\n2026-11-02;a;-1,50;8,50\n2026-11-03;b;2,00;10,50\n"))
                .contains("columns=booking-date=Quando; amount=Quanto; balance=Resto; text=Cosa");
    }

    @Test
    void warnsOfAGuessAndShowsItInTheNotationOfOptions() {
        String table = "Sak;Dato;Kroner\nkaffe;02.11.2026;-30,00\nlønn;13.11.2026;1 000,00\n";
        Problem guess = Csv.read(table).problems().get(0);

        assertThat(guess.code()).isEqualTo("W.guess");
        assertThat(guess.severity()).isEqualTo(Severity.WARNING);
        assertThat(guess.where()).hasValue("line 1");
        assertThat(guess.found())
                .hasValue(
                        "delimiter=semicolon, date=dmy, decimal=comma, side=bank, columns=booking-date=Dato; amount=Kroner; text=Sak");
        RecordingSink set = Csv.read(
                table,
                "delimiter=semicolon",
                "date=dmy",
                "decimal=comma",
                "columns=booking-date=Dato; amount=Kroner; text=Sak");
        assertThat(set.codes()).containsExactly("W.columns");
        assertThat(set.summaries()).isEqualTo(Csv.read(table).summaries());
    }

    @Test
    void takesATableForTickmarksOwnOnlyIfItsNamesAreWrittenSo() {
        assertThat(Csv.read("BOOKING_DATE;AMOUNT\n2026-11-02;1.00\n").codes()).containsExactly("W.profile");
        assertThat(Csv.read("Booking date;Amount\n13/11/2026;1,00\n").codes()).containsExactly("W.guess");
    }

    @Test
    void trustsPlainNamesThoughCellsCannotBeRead() {
        assertThat(Csv.read("Date;Text;Amount\n46023;a;1,00\n46024;b;2,00\n").errors())
                .hasSize(2)
                .allMatch(problem -> problem.code().equals("E4.date"));
    }

    @Test
    void refusesTwoColumnsThatMayBeTheAmount() {
        Problem problem = Csv.refusal("Date,Amount,Amount\n2026-11-02,1.00,2.00\n");

        assertThat(problem.code()).isEqualTo("E2.rivals");
        assertThat(problem.found()).hasValue("Amount (2), Amount (3)");
        assertThat(Csv.statement("Date,Amount,Amount\n2026-11-02,1.00,2.00\n", "columns=amount=#3")
                        .sum())
                .isEqualByComparingTo("2");
        assertThat(Csv.statement("Date,Amount,Amount\n2026-11-02,1.00,1.00\n").sum())
                .isEqualByComparingTo("1");
    }

    @Test
    void takesALedgerForOne() {
        RecordedStatement statement = Csv.statement("""
                Konto;Bilagsdato;Bilag;Tekst;Debet;Kredit
                1920;02.11.2026;A 101;Kunde;1 250,00;
                1920;13.11.2026;A 102;Leie;;5 000,00
                """);

        assertThat(statement.header().kind()).isEqualTo(Kind.LEDGER);
        assertThat(statement.header().account().scheme()).isEqualTo(Scheme.LEDGER);
        assertThat(statement.summary()).isEqualTo("1920 - - > -: 1250.00 -5000.00");
        assertThat(statement.entries().get(0).voucher()).isEqualTo("A 101");
    }

    @Test
    void takesATableForALedgerByItsNameWhereNothingElseTells() {
        byte[] table = "Dato;Tekst;Debet;Kredit\n13.11.2026;a;5,00;\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Csv.read(new ByteArrayInputStream(table), "hovedbok-2026.csv")
                        .summaries())
                .containsExactly("- - - > -: 5.00");
        assertThat(Csv.read(new ByteArrayInputStream(table), "bank.csv").summaries())
                .containsExactly("- - - > -: -5.00");
    }

    @Test
    void readsATableWhoseColumnsHaveNoNames() {
        String table = "2026-11-02;kaffe;-30,00\n2026-11-03;lön;1 000,00\n";

        assertThat(Csv.statement(table, "header=none").summary()).isEqualTo("- - - > -: -30.00 1000.00");
        assertThat(Csv.statement(table, "header=none", "columns=booking-date=#1;amount=#3;text=")
                        .entries()
                        .get(0)
                        .text())
                .isEmpty();
        assertThat(Csv.refusal(table).code()).isEqualTo("E2.no-table");
    }

    @Test
    void skipsLinesThatTheDefinitionSaysStandBefore() {
        String table = "Date;Amount\nof;things\nDate;Amount\n2026-11-02;1.00\n";

        assertThat(Csv.statement(table, "skip=2").sum()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "profile=unknown, option",
        "profile=seb-se, no-table",
        "side=left, option",
        "encoding=klingon, encoding",
        "delimiter=dot, option",
        "skip=-1, option",
        "date=ydm, option",
        "columns=amount=Nix, no-columns",
        "columns=price=Amount, option",
        "columns=amount=#9, no-columns"
    })
    void refusesAnOptionThatCannotBe(String option, String word) {
        Problem problem = Csv.refusal("Date;Amount\n2026-11-02;1.00\n", option);

        assertThat(problem.code()).isEqualTo("E2." + word);
        assertThat(problem.advice()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'booking_date;amount\n2026-11-02;1.00\n', 95",
        "'Datum;Transaktion;Kategori;Belopp;Saldo\n2026-11-02;a;;1,00;1,00\n', 90",
        "'Date;Amount\n', 70",
        "'Quando;Quanto\n2026-11-02;1,00\n', 40",
        "'Name;City\nA;Oslo\n', 0",
        "'Order;Order date;Quantity\n1;2026-11-02;3\n', 0",
        "'2026-11-02;1,00\n', 0",
        "'<table><tr><td>Date;Amount</td></tr></table>', 0"
    })
    void isSurerTheMoreTheColumnsTell(String table, int sureness) {
        assertThat(new CsvImporter().probe(SampleFile.of("x.csv", table).head()))
                .isEqualTo(sureness);
    }
}
