package org.tickmark.example.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.example.demo.Books.BANK;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tickmark.example.demo.Expected.Matched;

class DemoCompanyTest {
    private static final Map<String, byte[]> FILES = DemoCompany.files();

    private final May2026 month = new May2026();

    @Test
    void checkedInFilesAreWhatTheGeneratorMakes() throws IOException {
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            assertThat(Files.readAllBytes(Path.of(file.getKey())))
                    .as("%s; run DemoCompany as the README says", file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void everyRowOfBothSidesIsExpectedSomewhere() {
        int bankMatched = month.expected().matched().values().stream()
                .mapToInt(Matched::bank)
                .sum();
        int ledgerMatched = month.expected().matched().values().stream()
                .mapToInt(Matched::ledger)
                .sum();
        assertThat(month.statement().count(entry -> true)).isEqualTo(bankMatched + open(Expected.Side.BANK));
        assertThat((long) month.books().rows(BANK).size()).isEqualTo(ledgerMatched + open(Expected.Side.LEDGER));
    }

    @Test
    void differenceOfTheBalancesIsWhatIsOpen() {
        BigDecimal difference =
                month.statement().closing().subtract(month.books().closing(BANK));
        assertThat(difference)
                .isEqualByComparingTo(month.expected()
                        .openSum(Expected.Side.BANK)
                        .subtract(month.expected().openSum(Expected.Side.LEDGER)));
    }

    @Test
    void ledgerIsBalancedAtBothEnds() {
        assertThat(sum(month.books()::opening)).isEqualByComparingTo("0");
        assertThat(sum(month.books()::closing)).isEqualByComparingTo("0");
    }

    @Test
    void statementIsWellFormedXml() throws Exception {
        byte[] camt = FILES.get("data/inbox/bank/kontoutdrag-2026-05.xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var entries = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(camt))
                .getElementsByTagNameNS("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", "Ntry");
        assertThat((long) entries.getLength()).isEqualTo(month.statement().count(entry -> true));
    }

    @Test
    void ledgerSurvivesItsCodePage() {
        String ledger = new String(FILES.get("data/inbox/ledger/huvudbok-2026-05.se"), Charset.forName("IBM437"));
        assertThat(ledger).contains("\"Påhittade Möbler i Ingenstans AB\"").doesNotContain("?");
    }

    @Test
    void referencesCarryLengthAndCheckDigit() {
        assertThat(Ocr.of("12345")).isEqualTo("1234574");
        assertThat(Ocr.of("1000001")).isEqualTo("100000199");
    }

    @Test
    void ibanCarriesItsCheckDigits() {
        String rearranged = May2026.IBAN.substring(4) + "2814" + May2026.IBAN.substring(2, 4);
        assertThat(new BigInteger(rearranged).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
        assertThat(Iban.swedish("50000000058398257466")).isEqualTo("SE4550000000058398257466");
    }

    private long open(Expected.Side side) {
        return month.expected().open().stream()
                .filter(item -> item.side() == side)
                .count();
    }

    private BigDecimal sum(java.util.function.IntFunction<BigDecimal> balance) {
        return month.books().chart().keySet().stream().map(balance::apply).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
