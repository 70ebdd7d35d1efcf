package org.tickmark.importer.ocrgiro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.RecordingSink;

class RecordsTest {
    private static final String ONE = OcrGiro.payment(1, "1250.00", "0010017");

    @Test
    void tellsWhatBelongsToAPayment() {
        RecordingSink sink =
                OcrGiro.read(file(ONE + OcrGiro.text(1, "Faktura 17, Bjørn Ås"), OcrGiro.end(1, 3, "1250.00")));

        ImportedEntry entry = sink.statements().get(0).entries().get(0);
        assertThat(sink.problems()).isEmpty();
        assertThat(sink.statements().get(0).header().account()).isEqualTo(AccountId.bban("12345678903"));
        assertThat(sink.statements().get(0).header().id()).isEqualTo("0000123/0000001");
        assertThat(entry.id()).isEqualTo("0000123/0000001/0000001");
        assertThat(entry.bookingDate()).contains(LocalDate.of(2026, 11, 26));
        assertThat(entry.bankReference()).isEqualTo("12345679");
        assertThat(entry.party().account()).isEqualTo("98765432109");
        assertThat(entry.transactionCode()).isEqualTo("10");
        assertThat(entry.text()).containsExactly("Faktura 17, Bjørn Ås");
        assertThat(entry.references())
                .containsExactly(
                        new Reference(Reference.Type.CREDITOR, "0010017"),
                        new Reference(Reference.Type.BATCH, "261126-01-00-1"));
    }

    @Test
    void takesTheSignFromTheMarkWhateverTheType() {
        RecordingSink sink = OcrGiro.read(file(
                ONE + OcrGiro.payment(2, "-250.00", "0010017").replace("NY0910", "NY0913"),
                OcrGiro.end(2, 4, "1000.00")));

        assertThat(sink.summaries()).containsExactly("12345678903 NOK - > -: 1250.00 -250.00");
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void warnsOfAKidWithoutValidCheckDigit() {
        RecordingSink sink = OcrGiro.read(file(OcrGiro.payment(1, "5", "0010018"), OcrGiro.end(1, 2, "5")));

        assertThat(sink.codes()).containsExactly("W.kid");
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 1250", "1, 3, 1250", "1, 2, 1249"})
    void rejectsAFileWhoseEndDoesNotAgree(long payments, long records, String sum) {
        RecordingSink sink = OcrGiro.read(file(ONE, OcrGiro.end(payments, records, sum)));

        assertThat(sink.errors()).extracting(Problem::code).containsExactly("E5.control", "E5.control");
        assertThat(sink.errors().get(0).where().orElseThrow()).startsWith("line 5, positions ");
    }

    @Test
    void refusesAvtaleGiroAndOtherServices() {
        String file = OcrGiro.START + OcrGiro.pad("NY2124200000000000000002");

        assertThat(refusal(file).code()).isEqualTo("E2.avtalegiro");
        assertThat(refusal(file.replace("NY21", "NY04")).code()).isEqualTo("E2.service");
    }

    @ParameterizedTest
    @CsvSource({
        "NY090030, E3.order",
        "NY090088, E3.order",
        "NY000010, E3.order",
        "NY000055, E3.record",
        "NX090020, E3.record",
        "NY0900, E3.record"
    })
    void refusesRecordsThatDoNotBelongThere(String record, String code) {
        assertThat(refusal(OcrGiro.START + record + "\n").code()).isEqualTo(code);
    }

    @Test
    void refusesARecordOfAnotherPayment() {
        assertThat(refusal(file(ONE + OcrGiro.text(2, "x"), OcrGiro.end(1, 3, "1250")))
                        .code())
                .isEqualTo("E3.order");
    }

    @Test
    void readsShipmentsThatWereJoined() {
        String file = file(ONE, OcrGiro.end(1, 2, "1250"));

        assertThat(OcrGiro.read(file + file).summaries())
                .containsExactly("12345678903 NOK - > -: 1250.00", "12345678903 NOK - > -: 1250.00");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(OcrGiroImporter.class);
    }

    private static String file(String payments, String end) {
        return OcrGiro.START + OcrGiro.ASSIGNMENT + payments + end;
    }

    private static Problem refusal(String file) {
        return catchThrowableOfType(TickmarkException.class, () -> OcrGiro.read(file))
                .problem();
    }
}
