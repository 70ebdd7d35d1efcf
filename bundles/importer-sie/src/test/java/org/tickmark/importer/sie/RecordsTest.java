package org.tickmark.importer.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

class RecordsTest {
    @Test
    void tellsOneStatementForEachAccountWithEntriesOrBalances() {
        RecordingSink sink = Sie.read(Sie.HEAD
                + "#KONTO 1510 \"Kundfordringar\"\n#KONTO 1930 \"Bank\"\n#KONTO 3001 \"Salg\"\n#IB 0 1510 7.00\n"
                + Sie.voucher("A 1 20261102 \"Salg\"", "100.00"));

        assertThat(sink.summaries())
                .containsExactly("1930 SEK - > -: 100.00", "3001 SEK - > -: -100.00", "1510 SEK 7.00 > -:");
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void tellsWhatTheHeadSaysOfEveryAccount() {
        StatementHeader header = Sie.read(Sie.HEAD + "#VALUTA nok\n#IB 0 1930 1\n")
                .statements()
                .get(0)
                .header();

        assertThat(header.kind()).isEqualTo(StatementHeader.Kind.LEDGER);
        assertThat(header.account()).isEqualTo(AccountId.ledger("1930"));
        assertThat(header.currency()).isEqualTo("NOK");
        assertThat(header.owner()).isEqualTo("556677-8899");
        assertThat(header.from()).hasValue(LocalDate.of(2026, 1, 1));
        assertThat(header.to()).hasValue(LocalDate.of(2026, 12, 31));
    }

    @Test
    void takesTheBalancesOfTheCurrentYearAlone() {
        String balances = "#IB -1 1930 1\n#UB -1 1930 2\n#IB 0 1930 2\n#UB 0 1930 3\n#RES -1 3001 4\n#RES 0 3001 -5\n";

        assertThat(Sie.read(Sie.HEAD + balances).summaries()).containsExactly("1930 SEK 2 > 3:", "3001 SEK - > -5:");
    }

    @Test
    void readsFieldsSeparatedByTabsAndBlanks() {
        String voucher = """
                →#VER→A → 12→20261102→"En text"→20261103 "NN"
                →{
                → #TRANS→1930→{ "1" "2" }→ 5.00→""→"rad"→2→"NN"
                #TRANS "3001" {1 "2" 6 "a } b"} -5.00
                 }
                """.replace('→', '\t');

        RecordingSink sink = Sie.read(Sie.HEAD + voucher);

        ImportedEntry first = Sie.account(sink, "1930").entries().get(0);
        assertThat(first.voucher()).isEqualTo("A 12");
        assertThat(first.id()).isEqualTo("A 12");
        assertThat(first.bookingDate()).hasValue(LocalDate.of(2026, 11, 2));
        assertThat(first.text()).containsExactly("rad", "En text");
        assertThat(first.position()).isEqualTo("line 12");
        assertThat(Sie.account(sink, "3001").summary()).isEqualTo("3001 SEK - > -: -5.00");
    }

    @Test
    void readsQuotesInsideTextsEscapedOrNot() {
        String voucher = Sie.voucher("A 1 20261102 \"Faktura \\\"17\\\" betald\"", "1")
                + Sie.voucher("A 2 20261102 \"12\"skärm\" 20261102", "2")
                + Sie.voucher("A 3 20261102 \"C:\\\\mapp\"", "3");

        RecordedStatement bank = Sie.account(Sie.read(Sie.HEAD + voucher), "1930");

        assertThat(bank.entries())
                .extracting(entry -> entry.text().get(0))
                .containsExactly("Faktura \"17\" betald", "12\"skärm", "C:\\\\mapp");
    }

    @Test
    void prefersTheDateOfTheRow() {
        String voucher = "#VER A 1 20261102 \"x\"\n{\n#TRANS 1930 {} 1 20261105\n#TRANS 3001 {} -1 \"\"\n}\n";

        RecordingSink sink = Sie.read(Sie.HEAD + voucher);

        assertThat(Sie.account(sink, "1930").entries().get(0).bookingDate()).hasValue(LocalDate.of(2026, 11, 5));
        assertThat(Sie.account(sink, "3001").entries().get(0).bookingDate()).hasValue(LocalDate.of(2026, 11, 2));
    }

    @Test
    void tellsATextOnceWhenRowAndVoucherSayTheSame() {
        String voucher = "#VER A 1 20261102 \"Hyra\"\n{\n#TRANS 1930 {} 1 \"\" \"Hyra\"\n#TRANS 3001 {} -1\n}\n";

        assertThat(Sie.account(Sie.read(Sie.HEAD + voucher), "1930")
                        .entries()
                        .get(0)
                        .text())
                .containsExactly("Hyra");
    }

    @Test
    void countsRowsNotTheirHistory() {
        String voucher =
                "#VER A 1 20261102\n{\n#BTRANS 1930 {} -10\n#RTRANS 1930 {} -9\n#TRANS 1930 {} -9\n#TRANS 3001 {} 9\n}\n";

        RecordingSink sink = Sie.read(Sie.HEAD + voucher);

        assertThat(Sie.account(sink, "1930").summary()).isEqualTo("1930 SEK - > -: -9");
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void readsVouchersWithoutSeriesOrNumber() {
        String vouchers = Sie.voucher("\"\" \"\" 20261102", "1")
                + Sie.voucher("\"\" 7 20261102", "2")
                + Sie.voucher("K \"\" 20261102", "3");

        assertThat(Sie.account(Sie.read(Sie.HEAD + vouchers), "1930").entries())
                .extracting(ImportedEntry::voucher)
                .containsExactly("", "7", "K");
    }

    @Test
    void readsABlockThatBeginsOnTheLineOfItsVoucher() {
        String voucher = "#VER A 1 20261102 \"x\" {\n#TRANS 1930 {} 1\n#TRANS 3001 {} -1\n}\n";

        assertThat(Sie.read(Sie.HEAD + voucher).summaries()).hasSize(2);
    }

    @Test
    void readsARowWithoutObjectList() {
        String voucher = "#VER A 1 20261102\n{\n#TRANS 1930 1.00 20261103 \"rad\"\n#TRANS 3001 -1.00\n}\n";

        ImportedEntry entry =
                Sie.account(Sie.read(Sie.HEAD + voucher), "1930").entries().get(0);

        assertThat(entry.amount()).isEqualTo(new BigDecimal("1.00"));
        assertThat(entry.text()).containsExactly("rad");
    }

    @Test
    void readsBalancesAndChartInAnyOrder() {
        String file = Sie.HEAD + Sie.voucher("A 1 20261102", "5")
                + "#KONTO 3001 x\n#KONTO 1930 y\n#UB 0 1930 5\n#IB 0 1930 0\n";

        RecordingSink sink = Sie.read(file);

        assertThat(Sie.account(sink, "1930").summary()).isEqualTo("1930 SEK 0 > 5: 5");
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void passesOverRecordsThatItDoesNotKnow() {
        assertThat(Sie.read(Sie.HEAD + "#NYTT \"något\" {\n#PSALDO 0 202611 1930 {} 9\n#IB 0 1930 1\n")
                        .summaries())
                .containsExactly("1930 SEK 1 > -:");
    }

    @Test
    void readsLinesThatEndInReturnsAlone() {
        String file = (Sie.HEAD + Sie.voucher("A 1 20261102", "5")).replace('\n', '\r');

        assertThat(Sie.read(file).summaries()).containsExactly("1930 SEK - > -: 5", "3001 SEK - > -: -5");
    }

    @Test
    void readsAFileThatEndsAsDosPrograms() {
        assertThat(Sie.read(Sie.HEAD + Sie.voucher("A 1 20261102", "5") + "\u001A")
                        .summaries())
                .hasSize(2);
    }

    @Test
    void keepsAmountsLongerThanALong() {
        String amount = "12345678901234567890.123456789";

        assertThat(Sie.account(Sie.read(Sie.HEAD + Sie.voucher("A 1 20261102", amount)), "1930")
                        .sum())
                .isEqualTo(new BigDecimal(amount));
    }
}
