package org.tickmark.testkit.file;

import java.io.IOException;

/** Writes ledgers, in which each payment is a voucher over the bank's account and the one of customers. */
final class LedgerFiles {
    private static final String BANK = FileForm.BANK_ACCOUNT;
    private static final String OTHER = "1510";

    private LedgerFiles() {}

    /** SIE 4E (SIE file format 4B). */
    static void sie(Told told, Out out) throws IOException {
        out.add("""
                #FLAGGA 0
                #PROGRAM "Invented ledger" 1.0
                #FORMAT PC8
                #GEN 20270101
                #SIETYP 4
                #FNAMN "Påhitt %1$d AB"
                #RAR 0 20260101 20261231
                #VALUTA SEK
                #KONTO 1510 "Kundfordringar"
                #KONTO 1930 "Företagskonto"
                """.formatted(told.account()).replace("\n", "\r\n"));
        balance("#IB", BANK, told.opening(), out);
        balance("#UB", BANK, told.closing(), out);
        balance("#IB", OTHER, -told.opening(), out);
        balance("#UB", OTHER, -told.closing(), out);
        for (long place = 0; place < told.count(); place++) {
            Payment payment = told.payments().apply(place);
            out.add("#VER A " + (1 + payment.number()) + ' ').day(payment.day());
            out.add(" \"" + payment.party() + ' ' + payment.reference() + "\"\r\n{\r\n#TRANS " + BANK + " {} ");
            out.amount(payment.cents(), '.').add("\r\n#TRANS " + OTHER + " {} ");
            out.amount(-payment.cents(), '.').add("\r\n}\r\n");
        }
    }

    private static void balance(String label, String account, long cents, Out out) throws IOException {
        out.add(label + " 0 " + account + ' ').amount(cents, '.').add("\r\n");
    }

    /** SIE 5. */
    static void sie5(Told told, Out out) throws IOException {
        out.add("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Sie xmlns="http://www.sie.se/sie5">
                <FileInfo>
                  <SoftwareProduct name="Invented ledger" version="1.0"/>
                  <Company organizationId="556677-8899" name="Påhitt %1$d AB"/>
                  <FiscalYears><FiscalYear start="2026-01" end="2026-12" primary="true"/></FiscalYears>
                  <AccountingCurrency currency="SEK"/>
                </FileInfo>
                <Accounts>
                """.formatted(told.account()));
        account(OTHER, -told.opening(), -told.closing(), out);
        account(BANK, told.opening(), told.closing(), out);
        out.add("</Accounts>\n<Journal id=\"A\" name=\"Bank\">\n");
        for (long place = 0; place < told.count(); place++) {
            Payment payment = told.payments().apply(place);
            out.add("<JournalEntry id=\"" + (1 + payment.number()) + "\" journalDate=\"" + payment.day()
                    + "\" text=\"");
            out.add(payment.party() + ' ' + payment.reference() + "\">\n");
            row(BANK, payment.cents(), out);
            row(OTHER, -payment.cents(), out);
            out.add("</JournalEntry>\n");
        }
        out.add("</Journal>\n</Sie>\n");
    }

    private static void account(String number, long opening, long closing, Out out) throws IOException {
        out.add("<Account id=\"" + number
                + "\" name=\"Konto\" type=\"asset\"><OpeningBalance month=\"2026-01\" amount=\"");
        out.amount(opening, '.').add("\"/><ClosingBalance month=\"2026-12\" amount=\"");
        out.amount(closing, '.').add("\"/></Account>\n");
    }

    private static void row(String account, long cents, Out out) throws IOException {
        out.add("<LedgerEntry accountId=\"" + account + "\" amount=\"")
                .amount(cents, '.')
                .add("\"/>\n");
    }

    /** SAF-T Financial of the Norwegian tax authority, 1.30. */
    static void saft(Told told, Out out) throws IOException {
        out.add("""
                <?xml version="1.0" encoding="UTF-8"?>
                <AuditFile xmlns="urn:StandardAuditFile-Taxation-Financial:NO">
                <Header><AuditFileVersion>1.30</AuditFileVersion>
                <Company><RegistrationNumber>999888777</RegistrationNumber><Name>Påfunn %1$d AS</Name></Company>
                <DefaultCurrencyCode>NOK</DefaultCurrencyCode>
                <SelectionCriteria><SelectionStartDate>2026-01-01</SelectionStartDate><SelectionEndDate>2026-12-31</SelectionEndDate></SelectionCriteria>
                </Header>
                <MasterFiles><GeneralLedgerAccounts>
                """.formatted(told.account()));
        saftAccount(OTHER, -told.opening(), -told.closing(), out);
        saftAccount(BANK, told.opening(), told.closing(), out);
        out.add("</GeneralLedgerAccounts></MasterFiles>\n<GeneralLedgerEntries>\n<Journal><JournalID>A</JournalID>\n");
        for (long place = 0; place < told.count(); place++) {
            Payment payment = told.payments().apply(place);
            out.add("<Transaction><TransactionID>" + (1 + payment.number()) + "</TransactionID><TransactionDate>");
            out.add(payment.day() + "</TransactionDate><Description>" + payment.party() + "</Description>\n");
            line(BANK, payment.cents(), payment, out);
            line(OTHER, -payment.cents(), payment, out);
            out.add("</Transaction>\n");
        }
        out.add("</Journal>\n</GeneralLedgerEntries>\n</AuditFile>\n");
    }

    private static void saftAccount(String number, long opening, long closing, Out out) throws IOException {
        out.add("<Account><AccountID>" + number + "</AccountID><AccountDescription>Konto</AccountDescription>");
        saftBalance("Opening", opening, out);
        saftBalance("Closing", closing, out);
        out.add("</Account>\n");
    }

    private static void saftBalance(String which, long cents, Out out) throws IOException {
        String element = which + (cents < 0 ? "Credit" : "Debit") + "Balance>";
        out.add("<" + element).amount(Math.abs(cents), '.').add("</" + element);
    }

    private static void line(String account, long cents, Payment payment, Out out) throws IOException {
        String side = cents < 0 ? "CreditAmount>" : "DebitAmount>";
        out.add("<Line><RecordID>" + account + "</RecordID><AccountID>" + account + "</AccountID><Description>");
        out.add(payment.text() + ' ' + payment.reference() + "</Description><" + side + "<Amount>");
        out.amount(Math.abs(cents), '.').add("</Amount></" + side + "</Line>\n");
    }
}
