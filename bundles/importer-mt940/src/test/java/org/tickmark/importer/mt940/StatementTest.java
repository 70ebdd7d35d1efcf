package org.tickmark.importer.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

class StatementTest {
    private static final String ONE = Mt.HEAD + ":61:2611021102D10,00NTRFNONREF\n" + Mt.END;
    private static final String SUMMARY = "NO9386011117947 NOK 1000.00 > 990.00: -10.00";

    @Test
    void tellsWhatTheHeadSays() {
        StatementHeader header = Mt.read(ONE).statements().get(0).header();

        assertThat(header.kind()).isEqualTo(Kind.STATEMENT);
        assertThat(header.id()).isEqualTo("DAGUTDRAG");
        assertThat(header.sequence()).hasValue(17L);
        assertThat(header.page()).hasValue(1);
        assertThat(header.account()).isEqualTo(AccountId.iban("NO9386011117947"));
    }

    @Test
    void tellsBalancesWithTheirDates() {
        String closing = ":62F:C261102NOK990,00\n:64:D261102NOK5,\n:64:C261103NOK6,\n:65:C261104NOK7,\n:86:SUM\n-\n";

        assertThat(Mt.read(Mt.HEAD + closing).statements().get(0).balances())
                .containsExactly(
                        Balance.of(Balance.Kind.OPENING, new BigDecimal("1000.00"), LocalDate.of(2026, 11, 1)),
                        Balance.of(Balance.Kind.CLOSING, new BigDecimal("990.00"), LocalDate.of(2026, 11, 2)),
                        Balance.of(Balance.Kind.AVAILABLE, new BigDecimal("-5"), LocalDate.of(2026, 11, 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "NO9386011117947NOK, IBAN, NO9386011117947",
        "NO9386011117947 NOK, IBAN, NO9386011117947",
        "FJORNOKK/NO9386011117947, IBAN, NO9386011117947",
        "8601 11 17947, BBAN, 86011117947",
        "50880050/0194774600NOK, BBAN, 50880050/0194774600",
        "FJORDBANKEN/0454545454, BBAN, FJORDBANKEN/0454545454"
    })
    void takesTheAccountWithoutWhatIsNotItsNumber(String field, AccountId.Scheme scheme, String number) {
        String file = ONE.replace(":25:NO9386011117947", ":25:" + field);

        assertThat(Mt.read(file).statements().get(0).header().account()).isEqualTo(new AccountId(scheme, number));
    }

    @ParameterizedTest
    @CsvSource({"00000/001, , 1", "0, , ", "998/2/1, 998, 2", "'00017/01   ', 17, 1", "1810118101, 1810118101, "})
    void takesNumberAndPage(String field, Long number, Integer page) {
        StatementHeader header = Mt.read(ONE.replace("28C:17/1", "28C:" + field))
                .statements()
                .get(0)
                .header();

        assertThat(header.sequence().orElse(null)).isEqualTo(number);
        assertThat(header.page().orElse(null)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{1:F01FJORNOKKAXXX0000000000}{2:I940FJORNOKKXXXXN}{3:{108:1}}{4:\n%s-}{5:{CHK:123}}\n",
                "{1:F01FJORNOKKAXXX0000000000}\n{2:O9401234261102FJORNOKKXXXXN}\n{4:\n%s-}\n{5:{CHK:123}}\n",
                "\u0001{1:F01FJORNOKKAXXX}{4:%s-}\n\u0003",
                "FJORNOKK\n940\nFJORNOKK\n%s-\n",
                "0000 01FJORNOKKXXXX00001\n940 00\n%s-XXX\n\n",
                ":940:\n%s",
                "\u0001\n%s-\u0003",
                "%s -\n",
                "%s-}\n$"
            })
    void readsAMessageInAnyEnvelope(String envelope) {
        String body = ONE.substring(0, ONE.length() - 2);

        RecordingSink sink = Mt.read(envelope.formatted(body));

        assertThat(sink.summaries()).containsExactly(SUMMARY);
        assertThat(sink.problems()).isEmpty();
        assertThat(new Mt940Importer()
                        .probe(new FileHead("x", envelope.formatted(body).getBytes(StandardCharsets.UTF_8))))
                .isPositive();
    }

    @Test
    void readsTheMarkOfTheEndBehindTheLastField() {
        assertThat(Mt.read("{4:\n" + ONE.replace("990,00\n-\n", "990,00-}\n")).summaries())
                .containsExactly(SUMMARY);
    }

    @Test
    void readsSeveralStatementsAndAccounts() {
        String other = ONE.replace("9386011117947", "8330001234567").replace("NOK", "EUR");

        assertThat(Mt.read(ONE + other + ONE.replace("-\n", "") + other).summaries())
                .containsExactly(
                        SUMMARY,
                        "NO8330001234567 EUR 1000.00 > 990.00: -10.00",
                        SUMMARY,
                        "NO8330001234567 EUR 1000.00 > 990.00: -10.00");
    }

    @Test
    void readsSeveralStatementsUnderOneReference() {
        String second = ":25:NO8330001234567\n:60F:C261101NOK1,00\n:62F:C261102NOK1,00\n-\n";

        assertThat(Mt.read(ONE.replace("-\n", "") + second).summaries())
                .containsExactly(SUMMARY, "NO8330001234567 NOK 1.00 > 1.00:");
    }

    @Test
    void warnsOfAPageThatDoesNotGoOnWhereTheOneBeforeEnds() {
        String page =
                ONE.replace(":62F:", ":62M:") + ONE.replace(":60F:", ":60M:").replace("NOK1000,", "NOK991,");

        assertThat(Mt.read(page).codes()).containsExactly("E6.page");
        assertThat(Mt.read(page.replace("NOK991,", "NOK990,")).problems()).isEmpty();
    }

    @Test
    void tellsAReportOfADayWithItsTotals() {
        String entries = ":61:2611021102C5,00NTRFNONREF\n:61:2611021102D1,25NTRFNONREF\n";
        RecordedStatement report = Mt.read(Mt.REPORT + entries + ":90D:1NOK1,25\n:90C:1NOK5,00\n-\n")
                .statements()
                .get(0);

        assertThat(report.header().kind()).isEqualTo(Kind.INTRADAY);
        assertThat(report.header().createdAt()).hasValue(Instant.parse("2026-11-02T17:15:00Z"));
        assertThat(report.summary()).isEqualTo("NO9386011117947 NOK - > -: 5.00 -1.25");
        assertThat(report.controls())
                .containsExactly(new ControlTotals(
                        Optional.of(2L),
                        Optional.empty(),
                        Optional.of(new BigDecimal("5.00")),
                        Optional.of(new BigDecimal("1.25"))));
    }

    @Test
    void tellsExpectedEntriesAsPendingAndThenNoTotals() {
        RecordedStatement report = Mt.read(Mt.REPORT
                        + ":61:261102EC5,00NTRFNONREF\n:61:261102ED1,00NTRFNONREF\n:90D:1NOK1,00\n:90C:1NOK5,00\n-\n")
                .statements()
                .get(0);

        assertThat(report.entries()).extracting(ImportedEntry::status).containsOnly(ImportedEntry.Status.PENDING);
        assertThat(report.entries())
                .extracting(ImportedEntry::amount)
                .containsExactly(new BigDecimal("5.00"), new BigDecimal("-1.00"));
        assertThat(report.controls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{2:I942FJORNOKKXXXXN}{4:\n", "942 00\n", ":942:\n"})
    void believesAnEnvelopeThatSaysThatItIsAReport(String envelope) {
        String report = envelope + Mt.REPORT.replace(":34F:NOK0,\n", "").replace(":13D:2611021815+0100\n", "")
                + ":61:261102D1,00NTRF\n:90D:1NOK1,00\n-}\n";

        assertThat(Mt.read(report).statements().get(0).header().kind()).isEqualTo(Kind.INTRADAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "IBM850", "UTF-8"})
    void decidesTheEncodingByTheBytes(String name) {
        byte[] file = Mt.withText("BLÅBÆR OG RØD GRØT").getBytes(Charset.forName(name));

        RecordingSink sink = Mt.read(file, Limits.USUAL, Map.of());

        assertThat(sink.encoding()).hasValue(name);
        assertThat(Mt.onlyEntry(sink).text()).containsExactly("BLÅBÆR OG RØD GRØT");
    }
}
