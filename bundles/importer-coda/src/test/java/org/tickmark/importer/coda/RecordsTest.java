package org.tickmark.importer.coda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

class RecordsTest {
    private static final String IN = "0000000000010000";
    private static final String NOTHING = "000000000000000";
    private static final String BALANCE = "0000000001000000";
    private static final String IBAN = "BE68539007547034";

    @Test
    void tellsWhatHeaderAndBalancesSay() {
        RecordedStatement statement =
                Coda.read(Coda.file("", BALANCE, NOTHING, NOTHING)).statements().get(0);
        StatementHeader header = statement.header();

        assertThat(header.account()).isEqualTo(AccountId.iban(IBAN));
        assertThat(header.currency()).isEqualTo("EUR");
        assertThat(header.id()).isEqualTo("FJORD00001");
        assertThat(header.sequence()).hasValue(17L);
        assertThat(header.owner()).isEqualTo("0123456749");
        assertThat(statement.balances())
                .containsExactly(
                        Balance.of(Balance.Kind.OPENING, new BigDecimal("1000.000"), LocalDate.of(2026, 11, 1)),
                        Balance.of(Balance.Kind.CLOSING, new BigDecimal("1000.000"), LocalDate.of(2026, 11, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "'10042539007547034 EUR0BE', BBAN, 539007547034",
        "'11042GB1234567890                      EUR', BBAN, GB1234567890",
        "'12042BE68539007547034                  EUR', IBAN, BE68539007547034",
        "'13042NL91ABNA0417164300                EUR', IBAN, NL91ABNA0417164300"
    })
    void readsEveryStructureOfAnAccount(String start, AccountId.Scheme scheme, String number) {
        String opening = Coda.record(start, 43, BALANCE, 59, "011126");
        String file = Coda.HEADER + opening + Coda.closing(number, BALANCE) + Coda.trailer(2, NOTHING, NOTHING);

        RecordingSink sink = Coda.read(file);

        assertThat(sink.statements().get(0).header().account()).isEqualTo(new AccountId(scheme, number));
        assertThat(sink.statements().get(0).header().currency()).isEqualTo("EUR");
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void tellsAnEntryWithTheOtherSide() {
        ImportedEntry entry =
                Coda.entry(Coda.movement("00010000", IN, 0, "0Betaling van factuur nummer 17 en van factuur nummer")
                        + Coda.record("2200010000", 11, "18", 64, "E2E-1", 99, "FJORBEBB")
                        + Coda.record("2300010000", 11, "BE71096123456769", 45, "EUR", 48, "FJELL BV")
                        + Coda.record("3100010001", 40, "1", 41, "001FJELL BV", 111, "X")
                        + Coda.record("3200010001", 11, "STRAAT 1", 46, "2000 ANTWERPEN")
                        + Coda.record("3100010002", 40, "0", 41, "tekst van")
                        + Coda.record("3300010002", 11, "de bank"));

        assertThat(entry.amount()).isEqualTo(new BigDecimal("10.000"));
        assertThat(entry.valueDate()).hasValue(LocalDate.of(2026, 11, 2));
        assertThat(entry.bookingDate()).hasValue(LocalDate.of(2026, 11, 3));
        assertThat(entry.bankReference()).isEqualTo("REF00010000");
        assertThat(entry.transactionCode()).isEqualTo("00150000");
        assertThat(entry.references()).containsExactly(new Reference(Reference.Type.END_TO_END, "E2E-1"));
        assertThat(entry.party()).isEqualTo(new Party("FJELL BV", "BE71096123456769", "FJORBEBB", ""));
        assertThat(entry.text().get(0)).isEqualTo("Betaling van factuur nummer 17 en van factuur nummer 18");
        assertThat(entry.text().get(1)).startsWith("tekst van").endsWith("de bank");
        assertThat(entry.position()).isEqualTo("line 3");
    }

    @Test
    void takesTheNameFromTheInformationWhenTheMovementHasNone() {
        ImportedEntry entry = Coda.entry(
                Coda.movement("00010000", IN, 0, "0") + Coda.record("3100010001", 40, "1", 41, "001FJELL BV"));

        assertThat(entry.party()).isEqualTo(Party.named("FJELL BV"));
    }

    @Test
    void readsStructuredReferences() {
        assertThat(Coda.entry(Coda.movement("00010000", IN, 0, "1101123456789002"))
                        .references())
                .containsExactly(new Reference(Reference.Type.CREDITOR, "123456789002"));
        assertThat(Coda.entry(Coda.movement("00010000", IN, 0, "110212345678900X"))
                        .text())
                .containsExactly("12345678900X");
    }

    @Test
    void readsTheAmountInAnotherCurrency() {
        String amounts = "1105000000000010000000000000011000000000000909USD123456789002";
        ImportedEntry entry = Coda.entry(Coda.movement("00010000", IN, 0, amounts.substring(0, 54))
                + Coda.record("2200010000", 11, amounts.substring(54)));

        assertThat(entry.originalAmount()).hasValue(new BigDecimal("11.000"));
        assertThat(entry.originalCurrency()).isEqualTo("USD");
        assertThat(entry.references()).containsExactly(new Reference(Reference.Type.CREDITOR, "123456789002"));
    }

    @Test
    void readsADirectDebit() {
        String debit = "1127031126120" + pad("BE69ZZZ0123456749", 35) + pad("MANDAAT-7", 35) + "contributie";
        ImportedEntry entry = Coda.entry(Coda.movement("00010000", IN, 0, debit.substring(0, 54))
                + Coda.record("2200010000", 11, debit.substring(54)));

        assertThat(entry.text()).containsExactly("MANDATE MANDAAT-7", "contributie");
    }

    @Test
    void keepsOtherStructuresAsText() {
        assertThat(Coda.entry(Coda.movement("00010000", IN, 0, "1114931384384900   GENT"))
                        .text())
                .containsExactly("931384384900 GENT");
    }

    @Test
    void tellsDetailsAndCountsThemNot() {
        ImportedEntry entry = Coda.entry(Coda.movement("00010000", IN, 1, "0")
                + Coda.movement("00010001", "0000000000004000", 5, "1101123456789002")
                + Coda.record("2300010001", 48, "FJELL BV")
                + Coda.movement("00010002", "0000000000006000", 5, "0zes"));

        assertThat(entry.details())
                .containsExactly(
                        new EntryDetail(
                                new BigDecimal("4.000"),
                                List.of(
                                        new Reference(Reference.Type.CREDITOR, "123456789002"),
                                        new Reference(Reference.Type.BANK, "REF00010001")),
                                Party.named("FJELL BV"),
                                List.of()),
                        new EntryDetail(
                                new BigDecimal("6.000"),
                                List.of(new Reference(Reference.Type.BANK, "REF00010002")),
                                Party.NONE,
                                List.of("zes")));
    }

    @ParameterizedTest
    @CsvSource({"0000000000001500, '1.500 2.500 6.000'", "0000000000001000, '4.000 6.000'"})
    void replacesADetailByItsOwnDetailsWhenTheyAddUpToIt(String finer, String expected) {
        ImportedEntry entry = Coda.entry(Coda.movement("00010000", IN, 2, "0")
                + Coda.movement("00010001", "0000000000004000", 7, "0")
                + Coda.movement("00010002", finer, 9, "0")
                + Coda.movement("00010003", "0000000000002500", 9, "0")
                + Coda.movement("00010004", "0000000000006000", 6, "0"));

        assertThat(entry.details().stream()
                        .map(detail -> detail.amount().toPlainString())
                        .toList())
                .isEqualTo(List.of(expected.split(" ")));
    }

    @Test
    void warnsOfDetailsThatDoNotAddUp() {
        RecordingSink sink = Coda.read(Coda.file(
                Coda.movement("00010000", IN, 1, "0") + Coda.movement("00010001", "0000000000004000", 5, "0"),
                "0000000001010000",
                NOTHING,
                "000000000010000"));

        assertThat(sink.codes()).containsExactly("W.details");
        assertThat(sink.problems().get(0).where()).hasValue("line 3");
    }

    @Test
    void tellsTheTurnoverOfTheTrailer() {
        assertThat(Coda.read(Coda.file("", BALANCE, "000000000001500", IN.substring(1)))
                        .statements()
                        .get(0)
                        .controls())
                .containsExactly(totals("10.000", "1.500"));
    }

    @Test
    void readsSeveralStatementsInOneFileAndSeveralFilesInOne() {
        String one = Coda.OPENING + Coda.movement("00010000", IN, 0, "0") + Coda.closing(IBAN, "0000000001010000");
        String two = Coda.opening("BE71096123456769", BALANCE) + Coda.closing("BE71096123456769", BALANCE);
        String both = Coda.HEADER + one + two + Coda.trailer(5, NOTHING, "000000000010000");

        RecordingSink sink = Coda.read(both + both);

        assertThat(sink.summaries())
                .containsExactly(
                        "BE68539007547034 EUR 1000.000 > 1010.000: 10.000",
                        "BE71096123456769 EUR 1000.000 > 1000.000:",
                        "BE68539007547034 EUR 1000.000 > 1010.000: 10.000",
                        "BE71096123456769 EUR 1000.000 > 1000.000:");
        assertThat(sink.statements().get(1).controls()).containsExactly(totals("0.000", "0.000"));
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void passesOverMessagesAndWarnsOfADuplicate() {
        String file = Coda.file(Coda.record("4 00010000", 33, "BERICHT"), BALANCE, NOTHING, NOTHING);

        assertThat(Coda.read(file.replace("05        FJ", "05D       FJ")).codes())
                .containsExactly("W.duplicate");
    }

    @Test
    void warnsOfANewBalanceOfAnotherAccount() {
        String file = Coda.HEADER
                + Coda.OPENING
                + Coda.closing("BE71096123456769", BALANCE)
                + Coda.trailer(2, NOTHING, NOTHING);

        assertThat(Coda.read(file).codes()).containsExactly("W.account");
    }

    @Test
    void refusesAFileThatLacksRecords() {
        String file =
                Coda.file("", BALANCE, NOTHING, NOTHING).replace("9               000002", "9               000005");
        Problem problem = Coda.read(file).problems().get(0);

        assertThat(problem.code()).isEqualTo("E5.records");
        assertThat(problem.found()).hasValue("2");
        assertThat(problem.expected()).hasValue("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5", " "})
    void refusesOtherVersions(String version) {
        String header = Coda.HEADER.substring(0, 127) + version + "\n";

        Problem problem = refusal(header + Coda.OPENING);

        assertThat(problem.code()).isEqualTo("E2.version");
        assertThat(problem.where()).hasValue("line 1, column 128");
    }

    @Test
    void refusesRecordsThatDoNotMakeAStatement() {
        String movement = Coda.movement("00010000", IN, 0, "0");
        String closing = Coda.closing(IBAN, BALANCE);
        Map<String, String> files = Map.of(
                "\n",
                "E1.empty",
                "tekst\n",
                "E2.not-coda",
                Coda.HEADER,
                "E3.cut-off",
                Coda.HEADER + Coda.OPENING + closing,
                "E3.cut-off",
                Coda.HEADER + Coda.HEADER,
                "E3.order",
                Coda.HEADER + movement,
                "E3.order",
                Coda.HEADER + Coda.OPENING + Coda.record("22"),
                "E3.order",
                Coda.HEADER + Coda.OPENING + Coda.movement("00010001", IN, 5, "0"),
                "E3.order",
                Coda.HEADER + Coda.OPENING + Coda.trailer(1, NOTHING, NOTHING),
                "E3.order",
                Coda.HEADER + Coda.OPENING + closing + movement,
                "E3.order");
        files.forEach((file, code) -> assertThat(refusal(file).code()).as(file).isEqualTo(code));
        assertThat(refusal(Coda.HEADER + Coda.OPENING + "7\n").code()).isEqualTo("E3.record");
        assertThat(refusal(Coda.HEADER + Coda.OPENING.replace("\n", "X\n")).code())
                .isEqualTo("E3.length");
        assertThat(refusal(Coda.HEADER + Coda.OPENING.replaceFirst("2", "7")).code())
                .isEqualTo("E3.account");
    }

    @Test
    void readsRecordsThatLackTheirLastBlanks() {
        String movement = Coda.movement("00010000", IN, 0, "0");

        assertThat(Coda.entry(movement.stripTrailing() + "\n").amount()).isEqualTo(new BigDecimal("10.000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "IBM850", "UTF-8"})
    void countsCharactersWhateverTheEncoding(String name) {
        String file = Coda.file(
                Coda.movement("00010000", IN, 0, "0Café à la carte")
                        + Coda.record("2300010000", 11, "BE1", 48, "FJÄLL"),
                "0000000001010000",
                NOTHING,
                "000000000010000");

        RecordingSink sink = Coda.read(file.getBytes(Charset.forName(name)), Map.of());

        assertThat(sink.encoding()).hasValue(name);
        ImportedEntry entry = sink.statements().get(0).entries().get(0);
        assertThat(entry.text()).containsExactly("Café à la carte");
        assertThat(entry.bookingDate()).hasValue(LocalDate.of(2026, 11, 3));
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(CodaImporter.class);
    }

    private static ControlTotals totals(String credits, String debits) {
        return new ControlTotals(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(credits)),
                Optional.of(new BigDecimal(debits)));
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }

    private static Problem refusal(String file) {
        return catchThrowableOfType(TickmarkException.class, () -> Coda.read(file))
                .problem();
    }
}
