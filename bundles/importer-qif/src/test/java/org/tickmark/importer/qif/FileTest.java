package org.tickmark.importer.qif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.RecordingSink;

class FileTest {
    // 22 November 2026 is a Sunday.
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final String ONE = Qif.record("D11/22/26|T5.00");

    @Test
    void tellsWhatARecordSays() {
        ImportedEntry entry = Qif.entry("D11/22/26|U-5.00|T-5.00|CX|N319|PÅs Bakeri|MBoller|LMat:Brød|AStorgata 1");

        assertThat(entry.bookingDate()).contains(SUNDAY);
        assertThat(entry.amount()).isEqualTo(new BigDecimal("-5.00"));
        assertThat(entry.party().name()).isEqualTo("Ås Bakeri");
        assertThat(entry.text()).containsExactly("Boller", "Mat:Brød");
        assertThat(entry.references()).containsExactly(new Reference(Reference.Type.CUSTOMER, "319"));
        assertThat(entry.position()).isEqualTo("line 2");
        assertThat(Qif.entry("D11/22/26|T-5.00|NATM").transactionCode()).isEqualTo("ATM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11/22/26",
                "11/22/2026",
                "11/22'26",
                "11/22' 26",
                "22.11.2026",
                "22.11.26",
                "22/11/2026",
                "22-11-2026",
                "2026-11-22",
                "2026/11/22",
                "2026.11.22",
                "11-22-26"
            })
    void readsDatesThatShowTheirOrder(String date) {
        assertThat(Qif.entry("D" + date + "|T5.00").bookingDate()).contains(SUNDAY);
    }

    @Test
    void readsYearsOfTwoDigitsBehindAnApostropheAsThoseOfThisCentury() {
        assertThat(Qif.entry("D1/ 1'00|T5.00").bookingDate()).contains(LocalDate.of(2000, 1, 1));
        assertThat(Qif.entry("D1/31/99|T5.00").bookingDate()).contains(LocalDate.of(1999, 1, 31));
        assertThat(Qif.entry("D1/31'99|T5.00").bookingDate()).contains(LocalDate.of(2099, 1, 31));
    }

    @Test
    void asksForTheOrderOfDatesThatNothingShows() {
        String file = Qif.bank(Qif.record("D3/4/26|T5.00"), Qif.record("D3/4/26|T6.00"));

        Problem problem = refusal(file);
        assertThat(problem.code()).isEqualTo("E4.date-order");
        assertThat(problem.where()).contains("line 2");
        assertThat(problem.found()).contains("3/4/26");
        assertThat(Qif.read(file, Map.of("date", "dmy"))
                        .statements()
                        .get(0)
                        .entries()
                        .get(0)
                        .bookingDate())
                .contains(LocalDate.of(2026, 4, 3));
        assertThat(Qif.read(file, Map.of("date", "mdy"))
                        .statements()
                        .get(0)
                        .entries()
                        .get(0)
                        .bookingDate())
                .contains(LocalDate.of(2026, 3, 4));
    }

    @Test
    void decidesTheOrderByAnyDateOfTheFileOrByTheOrderOfTime() {
        assertThat(Qif.read(Qif.bank(Qif.record("D3/4/26|T5.00"), Qif.record("D3/14/26|T5.00")))
                        .errors())
                .isEmpty();
        StringBuilder rows = new StringBuilder();
        for (int day = 1; day <= 6; day++) {
            rows.append(Qif.record("D" + day + "/1/26|T5.00")).append(Qif.record("D" + day + "/2/26|T5.00"));
        }
        assertThat(orderOf(Qif.bank(rows.toString()))).isEqualTo("MDY");
        assertThat(Qif.entry("D3/3/26|T5.00").bookingDate()).contains(LocalDate.of(2026, 3, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "'5', 5",
        "'-1,000.00', -1000.00",
        "'1.000,50', 1000.50",
        "'1,000,000', 1000000",
        "'-184.8', -184.8",
        "'12,5', 12.5",
        "'+7.00', 7.00",
        "'1234,567', 1234.567",
        "'-0,125', -0.125"
    })
    void readsAmountsThatShowTheirDecimalMark(String amount, BigDecimal expected) {
        assertThat(Qif.entry("D2026-11-22|T" + amount).amount()).isEqualByComparingTo(expected);
    }

    @Test
    void asksForTheDecimalMarkThatNothingShows() {
        String file = Qif.bank(Qif.record("D2026-11-22|T1,234"), Qif.record("D2026-11-22|T5"));

        assertThat(refusal(file).code()).isEqualTo("E4.decimal");
        assertThat(Qif.read(file, Map.of("decimal", "point")).summaries()).containsExactly("- - - > -: 1234 5");
        assertThat(Qif.read(file, Map.of("decimal", "comma")).summaries()).containsExactly("- - - > -: 1.234 5");
        assertThat(Qif.read(file + Qif.record("D2026-11-22|T5.50")).summaries())
                .containsExactly("- - - > -: 1234 5 5.50");
    }

    @Test
    void tellsPartsThatSumToTheAmountAsDetails() {
        ImportedEntry entry = Qif.entry("D11/22/26|T-10.00|L--Split--|SMat|EBrød|$-9.00|D11/20/26|S[Kort]|$-1.00");

        assertThat(entry.bookingDate()).contains(SUNDAY);
        assertThat(entry.details())
                .extracting(detail -> detail.amount() + " " + detail.text())
                .containsExactly("-9.00 [Brød, Mat]", "-1.00 [[Kort]]");
    }

    @Test
    void warnsOfPartsThatDoNotSumToTheAmount() {
        RecordingSink sink = Qif.read(Qif.bank(Qif.record("D11/22/26|T-10.00|SMat|$-9.00")));

        assertThat(sink.codes()).containsExactly("W.split");
        assertThat(sink.statements().get(0).entries().get(0).details()).isEmpty();
    }

    @Test
    void leavesOutWhatIsNoTransaction() {
        String file = "### made by hand ###\n\n!Type:Cat\nNMat\n^\n"
                + Qif.bank("^\n", ONE, Qif.record("D11/22/26|PNothing")) + "!Type:Invst\nD11/22/26\nNBuy\nT5.00\n^\n";
        RecordingSink sink = Qif.read(file);

        assertThat(sink.summaries()).containsExactly("- - - > -: 5.00");
        assertThat(sink.codes()).containsExactly("W.no-amount", "W.investment");
    }

    @Test
    void keepsAccountsApartThatTheFileNames() {
        String first = "!Account\nNKonto 1\nTBank\n^\n" + Qif.bank(ONE);
        String second = "!Account\nNKort 2\nTCCard\n^\n" + Qif.bank(ONE).replace("Bank", "CCard");
        RecordingSink sink = Qif.read("!Option:AutoSwitch\n" + first + second + first);

        assertThat(sink.summaries()).containsExactly("KONTO1 - - > -: 5.00 5.00", "KORT2 - - > -: 5.00");
        assertThat(catchThrowableOfType(
                                TickmarkException.class,
                                () -> Qif.read(first + second, Map.of("account", "12345678903")))
                        .problem()
                        .code())
                .isEqualTo("E7.accounts");
    }

    @Test
    void takesAccountAndCurrencyFromTheDefinition() {
        assertThat(Qif.read(Qif.bank(ONE), Map.of("account", "12345678903", "currency", "NOK"))
                        .summaries())
                .containsExactly("12345678903 NOK - > -: 5.00");
    }

    @Test
    void countsAnOpeningBalanceAsTransactionAndSaysSo() {
        RecordingSink sink = Qif.read(Qif.bank(Qif.record("D11/22/26|T100.00|POpening Balance")));

        assertThat(sink.summaries()).containsExactly("- - - > -: 100.00");
        assertThat(sink.codes()).containsExactly("W.opening");
    }

    @ParameterizedTest
    @CsvSource({
        "'', E1.empty",
        "'Dear customer', E2.not-qif",
        "'!important', E2.not-qif",
        "'^|!Type:Security|NExample|^|', E3.no-statement",
        "'!Account|NKonto|^|', E3.no-statement",
        "'!Type:Invst|D11/22/26|T5.00|^|', E2.investment",
        "'!Type:Bank|D11/22/26|T5.00|', E3.cut-off",
        "'!Type:Bank', E3.cut-off",
        "'!Type:Bank|D11/22/26|!Type:Cash|', E3.record"
    })
    void refusesWhatHoldsNoTransactions(String file, String code) {
        assertThat(refusal(file.replace('|', '\n')).code()).isEqualTo(code);
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(QifImporter.class);
    }

    /** The order in which the dates of a file were read, by its second record. */
    private static String orderOf(String file) {
        LocalDate second = Qif.read(file)
                .statements()
                .get(0)
                .entries()
                .get(1)
                .bookingDate()
                .orElseThrow();
        return second.getDayOfMonth() == 2 ? "MDY" : "DMY";
    }

    private static Problem refusal(String file) {
        return catchThrowableOfType(TickmarkException.class, () -> Qif.read(file))
                .problem();
    }
}
