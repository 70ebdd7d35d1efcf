package org.tickmark.importer.saft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.RecordingSink;

class LedgerTest {
    private static final String CUSTOMERS = "<Customers><Customer><RegistrationNumber>911111111</RegistrationNumber>"
            + "<Name>Ås Bakeri</Name><BankAccount><IBANNumber>NO9386011117947</IBANNumber></BankAccount>"
            + "<CustomerID>17</CustomerID></Customer></Customers>";
    private static final String SALE = Saft.journal(Saft.transaction(
            "1",
            "2026-11-02",
            Saft.line(
                            "1500",
                            "100",
                            "<CustomerID>17</CustomerID><ValueDate>2026-11-03</ValueDate><ReferenceNumber>1155</ReferenceNumber>"
                                    + "<CID>1155009</CID><SourceDocumentID>S1</SourceDocumentID><Description>Faktura</Description>")
                    + Saft.line("3000", "-100")));

    @Test
    void tellsWhatALineSays() {
        RecordingSink sink = Saft.read(Saft.file(CUSTOMERS, SALE));

        ImportedEntry entry = sink.statements().get(0).entries().get(0);
        assertThat(entry.bookingDate()).contains(LocalDate.of(2026, 11, 2));
        assertThat(entry.valueDate()).contains(LocalDate.of(2026, 11, 3));
        assertThat(entry.voucher()).isEqualTo("GL 1");
        assertThat(entry.text()).containsExactly("Faktura", "Prøve");
        assertThat(entry.party()).isEqualTo(new Party("Ås Bakeri", "NO9386011117947", "", "911111111"));
        assertThat(entry.references())
                .containsExactlyInAnyOrder(
                        new Reference(Reference.Type.INVOICE, "1155"),
                        new Reference(Reference.Type.CREDITOR, "1155009"),
                        new Reference(Reference.Type.CUSTOMER, "S1"));
        assertThat(sink.statements().get(0).header().owner()).isEqualTo("999888777");
        assertThat(sink.statements().get(0).header().to()).contains(LocalDate.of(2026, 12, 31));
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void tellsTheAmountInAnotherCurrency() {
        String line =
                "<Line><AccountID>1920</AccountID><CreditAmount><Amount>115</Amount><CurrencyCode>EUR</CurrencyCode>"
                        + "<CurrencyAmount>10</CurrencyAmount></CreditAmount></Line>";
        ImportedEntry entry = Saft.read(Saft.file("", Saft.journal(Saft.transaction("1", "2026-11-02", line))))
                .statements()
                .get(0)
                .entries()
                .get(0);

        assertThat(entry.amount()).isEqualTo(new BigDecimal("-115"));
        assertThat(entry.originalAmount()).contains(new BigDecimal("-10"));
        assertThat(entry.originalCurrency()).isEqualTo("EUR");
    }

    @Test
    void readsAmountsThatStandInTheElementItselfAndLinesInAList() {
        String lines = "<Lines><DebitLine><AccountID>11</AccountID><DebitAmount>5.5</DebitAmount></DebitLine>"
                + "<CreditLine><AccountID>21</AccountID><CreditAmount>5.5</CreditAmount></CreditLine></Lines>";
        RecordingSink sink = Saft.read(Saft.file("", Saft.journal(Saft.transaction("1", "2026-11-02", lines))));

        assertThat(sink.summaries()).containsExactly("11 NOK - > -: 5.5", "21 NOK - > -: -5.5");
    }

    @Test
    void comparesTheTotalsOfTheFileWithItsTransactions() {
        String right =
                "<NumberOfEntries>1</NumberOfEntries><TotalDebit>100.00</TotalDebit><TotalCredit>100</TotalCredit>";
        String wrong = "<NumberOfEntries>2</NumberOfEntries><TotalDebit>99</TotalDebit><TotalCredit>100</TotalCredit>";

        assertThat(Saft.read(Saft.file("", right + SALE)).problems()).isEmpty();
        assertThat(Saft.read(Saft.file("", wrong + SALE)).problems())
                .extracting(Problem::toString)
                .allMatch(text -> text.startsWith("E5.control: line "))
                .anyMatch(text -> text.contains("TotalDebit") && text.contains("100") && text.contains("99"))
                .hasSize(2);
        assertThat(Saft.read(Saft.file("", wrong + SALE), Map.of("totals", "strict"))
                        .errors())
                .hasSize(2);
    }

    @Test
    void warnsOfATransactionThatDoesNotSumToZeroAndRejectsItWhenAsked() {
        String entries = Saft.journal(Saft.transaction("1", "2026-11-02", Saft.line("1920", "5")));

        assertThat(Saft.read(Saft.file("", entries)).codes()).containsExactly("E5.voucher");
        assertThat(Saft.read(Saft.file("", entries), Map.of("vouchers", "strict"))
                        .errors())
                .hasSize(1);
    }

    @Test
    void readsPeriodsAsMonths() {
        String file = Saft.file("", SALE)
                .replaceFirst(
                        "<SelectionStartDate>.*</SelectionEndDate>",
                        "<PeriodStart>02</PeriodStart><PeriodStartYear>2026</PeriodStartYear><PeriodEnd>13</PeriodEnd>"
                                + "<PeriodEndYear>2026</PeriodEndYear>");

        assertThat(Saft.read(file).statements().get(0).header().from()).contains(LocalDate.of(2026, 2, 1));
        assertThat(Saft.read(file).statements().get(0).header().to()).contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void refusesTheLogOfATill() {
        String file = "<auditfile xmlns=\"urn:StandardAuditFile-Taxation-CashRegister:NO\"><header/></auditfile>";

        assertThat(refusal(file).code()).isEqualTo("E2.cash-register");
        assertThat(refusal(file.replace("auditfile", "AuditFile")).code()).isEqualTo("E2.cash-register");
    }

    @Test
    void refusesAFileWithoutContent() {
        assertThat(refusal(Saft.file("", "")).code()).isEqualTo("E3.no-content");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(SaftImporter.class);
    }

    private static Problem refusal(String file) {
        return catchThrowableOfType(TickmarkException.class, () -> Saft.read(file))
                .problem();
    }
}
