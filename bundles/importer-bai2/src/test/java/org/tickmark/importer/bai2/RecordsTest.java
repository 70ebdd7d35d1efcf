package org.tickmark.importer.bai2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

class RecordsTest {
    private static final String ACCOUNT = "03,123456789,,/\n";

    @Test
    void tellsWhatGroupAndAccountSay() {
        RecordedStatement statement = Bai.read(
                        Bai.file("03,123-456 789,CAD,010,-3500,,,015,-3600,,,040,1,,,045,2,,,010,7,,/\n", "-7090"))
                .statements()
                .get(0);
        StatementHeader header = statement.header();

        assertThat(header.kind()).isEqualTo(Kind.STATEMENT);
        assertThat(header.account()).isEqualTo(AccountId.bban("123-456789"));
        assertThat(header.currency()).isEqualTo("CAD");
        assertThat(header.id()).isEqualTo("FJORDBANK 261103 1");
        assertThat(header.from()).hasValue(LocalDate.of(2026, 11, 2));
        assertThat(header.to()).hasValue(LocalDate.of(2026, 11, 2));
        assertThat(statement.balances())
                .containsExactly(
                        Balance.of(Balance.Kind.OPENING, new BigDecimal("-35.00")),
                        Balance.of(Balance.Kind.CLOSING, new BigDecimal("-36.00"), LocalDate.of(2026, 11, 2)),
                        Balance.of(Balance.Kind.AVAILABLE, new BigDecimal("0.02"), LocalDate.of(2026, 11, 2)));
    }

    @ParameterizedTest
    @CsvSource({"'EUR', '', EUR", "'', 'NOK', NOK", "'', '', USD", "'SEK', 'NOK', NOK"})
    void takesTheCurrencyOfAccountThenGroupThenTheDollar(String group, String account, String expected) {
        String file = Bai.file("03,1," + account + "/\n", "0").replace(",USD,", "," + group + ",");

        assertThat(Bai.read(file).statements().get(0).header().currency()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, INTRADAY", "2, STATEMENT", "3, INTRADAY", "4, STATEMENT", "'', STATEMENT"})
    void tellsInterimDataAsThoseOfADayNotYetOver(String modifier, Kind kind) {
        String file = Bai.file(ACCOUNT, "0").replace("USD,2/", "USD," + modifier + "/");

        assertThat(Bai.read(file).statements().get(0).header().kind()).isEqualTo(kind);
    }

    @Test
    void asksTheDefinitionWhereTheFileDoesNotSayWhatItIs() {
        String file = Bai.file(ACCOUNT, "0").replace("USD,2/", "USD,/");

        assertThat(Bai.read(file, Optional.of(Kind.INTRADAY))
                        .statements()
                        .get(0)
                        .header()
                        .kind())
                .isEqualTo(Kind.INTRADAY);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10.00",
        "399, 10.00",
        "400, -10.00",
        "699, -10.00",
        "721, 10.00",
        "761, -10.00",
        "921, 10.00",
        "961, -10.00"
    })
    void takesTheDirectionFromTheTypeCode(String type, BigDecimal amount) {
        ImportedEntry entry = Bai.entry("16," + type + ",1000,,,,x/\n");

        assertThat(entry.amount()).isEqualTo(amount);
        assertThat(entry.transactionCode()).isEqualTo(type);
        assertThat(entry.bookingDate()).hasValue(LocalDate.of(2026, 11, 2));
        assertThat(entry.position()).isEqualTo("line 4");
    }

    @Test
    void passesOverWhatIsNoMoney() {
        RecordingSink sink = Bai.read(Bai.file(ACCOUNT + "16,890,,,,,The bank is closed/\n", "0"));

        assertThat(sink.statements().get(0).entries()).isEmpty();
        assertThat(sink.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "2", "Z", "V,261104,0900", "V,,", "S,100,200,700", "D,2,0,400,1,600", "D,0"})
    void findsTheFieldsBehindAnyFundsType(String funds) {
        ImportedEntry entry = Bai.entry("16,142,1000," + funds + ",BANK1,CUST1,a text, with commas/\n");

        assertThat(entry.bankReference()).isEqualTo("BANK1");
        assertThat(entry.references()).containsExactly(new Reference(Reference.Type.CUSTOMER, "CUST1"));
        assertThat(entry.text()).containsExactly("a text, with commas");
        assertThat(entry.valueDate())
                .isEqualTo(funds.startsWith("V,2") ? Optional.of(LocalDate.of(2026, 11, 4)) : Optional.empty());
    }

    @Test
    void readsSeveralRecordsOnOneLine() {
        String file = Bai.file(ACCOUNT + "16,142,1000,Z,,,A/\n16,475,500,Z,,,B/\n", "1500")
                .replace("/\n", "/   ");

        assertThat(Bai.read(file).summaries()).containsExactly("123456789 USD - > -: 10.00 -5.00");
        assertThat(Bai.read(file).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAID 10/16,2026", "PAID 10/ 16,2026,1", "either/or", "10/16", "a/ b"})
    void keepsSlashesInsideTexts(String text) {
        assertThat(Bai.entry("16,142,1000,,,," + text + "/\n").text()).containsExactly(text);
        assertThat(Bai.entry("16,142,1000,,,," + text + "\n").text()).containsExactly(text);
    }

    @Test
    void readsTextsThatGoOn() {
        ImportedEntry entry = Bai.entry("16,142,1000,,,,one\nrest of one/\n88,two, and more/\n88,three\n");

        assertThat(entry.text()).containsExactly("one", "rest of one", "two, and more", "three");
    }

    @Test
    void readsFieldsThatGoOn() {
        ImportedEntry entry = Bai.entry("16,142,1000/\n88,V,261104,,BANK1/\n88,CUST1,text/\n88,more/\n");

        assertThat(entry.bankReference()).isEqualTo("BANK1");
        assertThat(entry.valueDate()).hasValue(LocalDate.of(2026, 11, 4));
    }

    @Test
    void readsLabelledLines() {
        String lines = """
                88,EREF: E2E-1
                88,CREF:\s
                88,REMI: Invoice 17
                88,CRNM: FJELL INC
                88,DBNM: FJORD AS
                88,CACT: 111
                88,DACT: 222
                88,DBIC: FJORNOKK
                88,CHKN: 7
                """;
        ImportedEntry in = Bai.entry("16,195,1000,,,,Wire,-\n" + lines);
        ImportedEntry out = Bai.entry("16,495,1000,,,,Wire\n" + lines);

        assertThat(in.references()).containsExactly(new Reference(Reference.Type.END_TO_END, "E2E-1"));
        assertThat(in.party()).isEqualTo(new Party("FJORD AS", "222", "FJORNOKK", ""));
        assertThat(in.text())
                .containsExactly("Wire,-", "CREF:", "Invoice 17", "CRNM: FJELL INC", "CACT: 111", "CHKN: 7");
        assertThat(out.party()).isEqualTo(new Party("FJELL INC", "111", "", ""));
    }

    @Test
    void tellsTotalsThatHoldWhenTheControlTotalDoes() {
        RecordedStatement statement = Bai.read(
                        Bai.file("03,1,,010,500,,,015,1000,,/\n16,142,1000,,,,A/\n16,475,500,,,,B/\n", "3000"))
                .statements()
                .get(0);

        assertThat(statement.controls()).containsExactly(totals(2, "10.00", "5.00"));
    }

    @Test
    void letsTheHostDecideAboutAnAccountThatIsOff() {
        String file = Bai.file(ACCOUNT + "16,142,1000,,,,A/\n", "1500").replace("49,1500,3/", "49,1500,4/");

        RecordingSink sink = Bai.read(file);

        assertThat(sink.codes()).containsExactly("E5.control", "E5.records");
        assertThat(sink.errors()).isEmpty();
        assertThat(sink.problems().get(0).toString())
                .isEqualTo(
                        "E5.control: line 5: The amounts do not add up to the control total. Found: 1000; expected: 1500. "
                                + "Get the file again from where it was made.");
        assertThat(sink.statements().get(0).controls()).containsExactly(totals(2, "10.00", "5.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "'98,1000,1,5/', '98,900,1,5/', E5.control",
        "'98,1000,1,5/', '98,1000,2,5/', E5.parts",
        "'98,1000,1,5/', '98,1000,1,6/', E5.records",
        "'99,1000,1,7/', '99,100,1,7/', E5.control",
        "'99,1000,1,7/', '99,1000,2,7/', E5.parts",
        "'99,1000,1,7/', '99,1000,1,8/', E5.records"
    })
    void refusesAGroupOrFileThatIsNotWhole(String trailer, String wrong, String code) {
        String file = Bai.file(ACCOUNT + "16,142,1000,,,,A/\n", "1000");
        assertThat(file).contains(trailer);

        Problem problem = Bai.read(file.replace(trailer, wrong)).problems().get(0);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void readsSeveralGroupsAndFiles() {
        String group = Bai.GROUP + "03,1,/\n49,0,2/\n03,2,/\n49,0,2/\n98,0,2,6/\n";
        String file = Bai.FILE + group + group + "99,0,2,14/\n";

        RecordingSink sink = Bai.read(file + file);

        assertThat(sink.statements()).hasSize(8);
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void refusesATestAndWarnsOfAnotherStatus() {
        String file = Bai.file(ACCOUNT, "0");

        assertThat(Bai.read(file.replace("FJORDBANK,1,261102", "FJORDBANK,4,261102"))
                        .errors())
                .extracting(Problem::code)
                .containsExactly("E7.test");
        assertThat(Bai.read(file.replace("FJORDBANK,1,261102", "FJORDBANK,3,261102"))
                        .codes())
                .containsExactly("W.status");
    }

    @Test
    void refusesRecordsThatDoNotMakeAFile() {
        Map<String, String> files = Map.of(
                "\n",
                "E1.empty",
                "00,a/\n",
                "E2.not-bai2",
                Bai.FILE.replace(",2/", ",1/"),
                "E2.version",
                Bai.FILE,
                "E3.cut-off",
                Bai.FILE + Bai.FILE,
                "E3.order",
                Bai.FILE + ACCOUNT,
                "E3.order",
                Bai.FILE + Bai.GROUP + "16,142,1,,,,/\n",
                "E3.order",
                Bai.FILE + Bai.GROUP + ACCOUNT + ACCOUNT,
                "E3.order",
                Bai.FILE + Bai.GROUP + ACCOUNT + "05,x/\n",
                "E3.record",
                Bai.FILE + Bai.GROUP + "88,x/\n",
                "E3.order");
        files.forEach((file, code) -> assertThat(refusal(file).code()).as(file).isEqualTo(code));
    }

    @Test
    void tellsWhichFieldCannotBeRead() {
        Problem problem = Bai.read(Bai.file(ACCOUNT + "16,142,10.00,,,,A/\n", "0"))
                .problems()
                .get(0);

        assertThat(problem.code()).isEqualTo("E4.amount");
        assertThat(problem.where()).hasValue("line 4, field 3");
        assertThat(problem.found()).hasValue("10.00");
        assertThat(Bai.read(Bai.file(ACCOUNT + "16,142,1000,Q,,,A/\n", "1000")).codes())
                .containsExactly("E4.code");
        assertThat(Bai.read(Bai.file("03,,/\n", "0")).codes()).containsExactly("E4.account");
    }

    @Test
    void refusesATextWithoutEndInBoundedMemory() {
        Problem problem = catchThrowableOfType(TickmarkException.class, () -> new Bai2Importer()
                        .read(
                                GeneratedFile.of(
                                        Bai.FILE + Bai.GROUP + ACCOUNT + "16,142,1,,,,x\n",
                                        10_000_000,
                                        number -> "88,text\n",
                                        ""),
                                ReadContext.of("x"),
                                new RecordingSink()))
                .problem();

        assertThat(problem.code()).isEqualTo("E3.length");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(Bai2Importer.class);
    }

    private static ControlTotals totals(long count, String credits, String debits) {
        return new ControlTotals(
                Optional.of(count),
                Optional.empty(),
                Optional.of(new BigDecimal(credits)),
                Optional.of(new BigDecimal(debits)));
    }

    private static Problem refusal(String file) {
        return catchThrowableOfType(TickmarkException.class, () -> Bai.read(file))
                .problem();
    }
}
