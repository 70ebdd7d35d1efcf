package org.tickmark.example.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of the bank statement.
 *
 * @param date when the bank booked it
 * @param amount signed; positive is into the account
 * @param kind what kind of transaction it is
 * @param party name of the other side; empty for none
 * @param ocr structured creditor reference; empty for none
 * @param endToEnd end-to-end identification; empty for none
 * @param batch identification of the batch that was booked as one; empty for none
 * @param text free text; empty for none
 */
record BankEntry(
        LocalDate date,
        BigDecimal amount,
        Kind kind,
        String party,
        String ocr,
        String endToEnd,
        String batch,
        String text) {

    /** Kinds of transactions, with their ISO 20022 family and sub-family in the domain PMNT (ACMT for fees). */
    enum Kind {
        INCOMING("PMNT", "RCDT", "DMCT"),
        OUTGOING("PMNT", "ICDT", "DMCT"),
        RETURNED("PMNT", "ICDT", "RRTN"),
        CARD("PMNT", "CCRD", "POSD"),
        CARD_SALES("PMNT", "MCRD", "POSP"),
        DIRECT_DEBIT("PMNT", "IDDT", "PMDD"),
        SALARIES("PMNT", "ICDT", "SALA"),
        FEE("ACMT", "MDOP", "CHRG");

        final String domain;
        final String family;
        final String subFamily;

        Kind(String domain, String family, String subFamily) {
            this.domain = domain;
            this.family = family;
            this.subFamily = subFamily;
        }
    }

    static BankEntry of(LocalDate date, BigDecimal amount, Kind kind, String party) {
        return new BankEntry(date, amount, kind, party, "", "", "", "");
    }

    BankEntry ocr(String reference) {
        return new BankEntry(date, amount, kind, party, reference, endToEnd, batch, text);
    }

    BankEntry endToEnd(String id) {
        return new BankEntry(date, amount, kind, party, ocr, id, batch, text);
    }

    BankEntry batch(String id) {
        return new BankEntry(date, amount, kind, party, ocr, endToEnd, id, text);
    }

    BankEntry text(String line) {
        return new BankEntry(date, amount, kind, party, ocr, endToEnd, batch, line);
    }

    boolean credit() {
        return amount.signum() > 0;
    }
}
