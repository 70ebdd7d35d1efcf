package org.tickmark.importer.bgmax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

class RecordsTest {
    private static final String ONE = BgMax.payment("20", "10010017", "1250.00", 17);

    @Test
    void tellsWhatBelongsToAPayment() {
        RecordingSink sink = BgMax.read(file(
                ONE
                        + BgMax.pad("22000378351110010025                 0000000000000000002100000000001700")
                        + BgMax.pad("25Hyra november")
                        + BgMax.pad("26Åsöv Rör AB")
                        + BgMax.pad("27Storgatan 1                        12345")
                        + BgMax.pad("28Ängelholm")
                        + BgMax.pad("29005500004322")
                        + BgMax.deposit("1250", 1),
                BgMax.end(1, 0, 1, 1)));

        RecordedStatement statement = sink.statements().get(0);
        ImportedEntry entry = statement.entries().get(0);
        assertThat(statement.header().account()).isEqualTo(new AccountId(AccountId.Scheme.BANKGIRO, "55551113"));
        assertThat(entry.bookingDate()).contains(LocalDate.of(2026, 11, 26));
        assertThat(entry.bankReference()).isEqualTo("000000000017");
        assertThat(entry.references())
                .containsExactly(
                        new Reference(Reference.Type.CREDITOR, "10010017"),
                        new Reference(Reference.Type.CREDITOR, "10010025"),
                        new Reference(Reference.Type.BATCH, "20261126-00001"));
        assertThat(entry.party()).isEqualTo(new Party("Åsöv Rör AB", "3783511", "", "5500004322"));
        assertThat(entry.text()).containsExactly("Hyra november");
        assertThat(sink.problems()).isEmpty();
        assertThat(statement.controls()).singleElement().satisfies(totals -> assertThat(totals.sum())
                .contains(new BigDecimal("1250.00")));
    }

    @Test
    void tellsOnceTheFormatHasEndedWhatReplacesIt() {
        byte[] file =
                file(ONE + BgMax.deposit("1250", 1), BgMax.end(1, 0, 0, 1)).getBytes(StandardCharsets.US_ASCII);
        BgMaxImporter before = BgMax.importer(BgMax.BEFORE_THE_END);
        BgMaxImporter after = BgMax.importer(BgMax.BEFORE_THE_END.plus(Duration.ofHours(1)));

        assertThat(BgMax.read(before, file, Map.of()).problems()).isEmpty();
        assertThat(BgMax.read(after, file, Map.of()).problems()).singleElement().satisfies(notice -> {
            assertThat(notice.severity()).isEqualTo(Severity.INFO);
            assertThat(notice.code()).isEqualTo("W.ended");
            assertThat(notice.text(Locale.ENGLISH)).contains("2026-11-27", "camt.054");
        });
    }

    @Test
    void typesReferencesByWhatBankgirotSaysOfThem() {
        RecordingSink sink = BgMax.read(file(
                BgMax.payment("20", "17 18", "1", 1, '3')
                        + BgMax.payment("20", "kund 17", "1", 2, '4')
                        + BgMax.deposit("2", 2),
                BgMax.end(2, 0, 0, 1)));

        assertThat(sink.statements().get(0).entries().get(0).text()).containsExactly("17 18");
        assertThat(sink.statements().get(0).entries().get(1).references())
                .contains(new Reference(Reference.Type.CUSTOMER, "kund 17"));
    }

    @Test
    void tellsDepositsWithTheirPaymentsWhenAsked() {
        String file = file(
                ONE + BgMax.payment("21", "10010017", "250", 18) + BgMax.deposit("1000", 2), BgMax.end(1, 1, 0, 1));
        ImportedEntry entry = BgMax.read(file.getBytes(StandardCharsets.ISO_8859_1), Map.of("entries", "deposits"))
                .statements()
                .get(0)
                .entries()
                .get(0);

        assertThat(entry.amount()).isEqualTo(new BigDecimal("1000.00"));
        assertThat(entry.details())
                .extracting(detail -> detail.amount().toPlainString())
                .containsExactly("1250.00", "-250.00");
        assertThat(entry.bankReference()).isEqualTo("20261126-00001");
    }

    @Test
    void joinsTheSectionsOfAnAccountAndKeepsCurrenciesApart() {
        String section = ONE + BgMax.deposit("1250", 1);
        String euro = (BgMax.SECTION + section).replace("SEK", "EUR");
        RecordingSink sink = BgMax.read(file(section + BgMax.SECTION + section + euro, BgMax.end(3, 0, 0, 3)));

        assertThat(sink.summaries())
                .containsExactly("55551113 SEK - > -: 1250.00 1250.00", "55551113 EUR - > -: 1250.00");
    }

    @Test
    void readsRecordsWithTabsInThem() {
        String tab = ONE.replaceFirst(" +0000", "\t0000");
        RecordingSink sink = BgMax.read(file(tab + BgMax.deposit("1250", 1), BgMax.end(1, 0, 0, 1)));

        assertThat(sink.summaries()).containsExactly("55551113 SEK - > -: 1250.00");
        assertThat(sink.codes()).containsExactly("W.tab");
    }

    @Test
    void tellsWhichDepositDoesNotAgreeWithItsPayments() {
        RecordingSink sink = BgMax.read(file(ONE + BgMax.deposit("1200", 2), BgMax.end(1, 0, 0, 1)));

        assertThat(sink.codes()).containsExactly("E5.deposit", "E5.deposit");
        assertThat(sink.errors()).isEmpty();
        assertThat(sink.problems().get(0).where()).contains("line 4");
    }

    @Test
    void rejectsAFileWhoseEndStatesOtherNumbers() {
        RecordingSink sink = BgMax.read(file(ONE + BgMax.deposit("1250", 1), BgMax.end(2, 0, 0, 1)));

        assertThat(sink.errors()).extracting(Problem::code).containsExactly("E5.trailer");
        assertThat(sink.errors().get(0).where()).contains("line 5, positions 3-10");
    }

    @Test
    void refusesATestFile() {
        String file =
                file(ONE + BgMax.deposit("1250", 1), BgMax.end(1, 0, 0, 1)).replace("010331P", "010331T");

        assertThat(refusal(file).code()).isEqualTo("E7.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25before a payment\n",
                "15\n",
                "22\n",
                "XX\n",
                "010\n",
                "200003783511                         0000000000001250002100000000000100\n050055551113          SEK\n"
            })
    void refusesRecordsThatDoNotBelongThere(String records) {
        String code = refusal(BgMax.START + records + BgMax.end(0, 0, 0, 0)).code();

        assertThat(code).isIn("E3.record", "E3.order");
    }

    @Test
    void readsFilesThatWereJoined() {
        String file = file(ONE + BgMax.deposit("1250", 1), BgMax.end(1, 0, 0, 1));

        assertThat(BgMax.read(file + file).summaries()).containsExactly("55551113 SEK - > -: 1250.00 1250.00");
        assertThat(refusal(file + BgMax.SECTION).code()).isEqualTo("E3.record");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(BgMaxImporter.class);
    }

    private static String file(String records, String end) {
        return BgMax.START + BgMax.SECTION + records + end;
    }

    private static Problem refusal(String file) {
        return catchThrowableOfType(TickmarkException.class, () -> BgMax.read(file))
                .problem();
    }
}
