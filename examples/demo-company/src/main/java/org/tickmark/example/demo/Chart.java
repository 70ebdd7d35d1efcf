package org.tickmark.example.demo;

import java.math.BigDecimal;

/** The chart of accounts, numbered as Swedish companies do, and the balances that the year opens with. */
final class Chart {
    static final int VAT_OUT = 2611;
    static final int VAT_IN = 2641;
    static final int PAYROLL_TAX = 2710;
    static final int SALES = 3001;
    static final int OTHER_INCOME = 3990;
    static final int GOODS = 4010;
    static final int SALARIES = 7010;
    static final int INTEREST_INCOME = 8311;

    private Chart() {}

    static void fill(Books books) {
        balanceAccounts(books);
        resultAccounts(books);
        openings(books);
    }

    private static void balanceAccounts(Books books) {
        books.account(1220, "Inventarier och verktyg")
                .account(1460, "Lager av möbler")
                .account(Books.RECEIVABLES, "Kundfordringar")
                .account(Books.BANK, "Företagskonto")
                .account(2081, "Aktiekapital")
                .account(2091, "Balanserad vinst")
                .account(Books.PAYABLES, "Leverantörsskulder")
                .account(VAT_OUT, "Utgående moms 25 %")
                .account(VAT_IN, "Ingående moms")
                .account(2650, "Redovisningskonto för moms")
                .account(PAYROLL_TAX, "Personalskatt")
                .account(2731, "Avräkning arbetsgivaravgifter");
    }

    private static void resultAccounts(Books books) {
        books.account(SALES, "Försäljning")
                .account(OTHER_INCOME, "Övriga ersättningar")
                .account(GOODS, "Inköp av material")
                .account(5010, "Lokalhyra")
                .account(5020, "El")
                .account(5060, "Städning och prydnad")
                .account(5410, "Förbrukningsinventarier")
                .account(5420, "Programvara")
                .account(5611, "Drivmedel")
                .account(5615, "Leasing av fordon")
                .account(5810, "Biljetter")
                .account(5830, "Kost och logi")
                .account(6071, "Representation")
                .account(6110, "Kontorsmateriel")
                .account(6212, "Telefon")
                .account(6230, "Datakommunikation")
                .account(6310, "Företagsförsäkring")
                .account(6370, "Bevakning")
                .account(SALARIES, "Löner")
                .account(INTEREST_INCOME, "Ränteintäkter");
    }

    private static void openings(Books books) {
        books.opening(1220, kr("284500.00"))
                .opening(1460, kr("612350.00"))
                .opening(Books.RECEIVABLES, kr("1187240.50"))
                .opening(Books.BANK, kr("436218.75"))
                .opening(2081, kr("-100000.00"))
                .opening(Books.PAYABLES, kr("-641873.25"))
                .opening(2650, kr("-58120.00"))
                .opening(PAYROLL_TAX, kr("-60215.00"))
                .opening(2731, kr("-52340.00"));
    }

    private static BigDecimal kr(String amount) {
        return new BigDecimal(amount);
    }
}
