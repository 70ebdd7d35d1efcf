package org.tickmark.importer.csv;

/** What a column of a table means. */
enum Role {
    /** When a row was booked. */
    BOOKING_DATE,
    /** Signed amount, or its size where a flag says which way it went. */
    AMOUNT,
    /** Debit: out of a bank account, positive in a ledger. */
    DEBIT,
    /** Credit: into a bank account, negative in a ledger. */
    CREDIT,
    /** Money out, whoever tells it. */
    OUT,
    /** Money in, whoever tells it. */
    IN,
    /** A word that says which way the money went. */
    FLAG,
    /** Balance after the row. */
    BALANCE,
    /** Currency of amount and balance. */
    CURRENCY,
    /** From when it bears interest. */
    VALUE_DATE,
    /** Whether it is booked. */
    STATUS,
    /** The account that the table is of. */
    ACCOUNT,
    /** Number of the bank or branch, which belongs before the account. */
    CLEARING,
    /** Whoever the money came from: the account itself or the other side. */
    SENDER,
    /** Whoever the money went to: the account itself or the other side. */
    RECIPIENT,
    /** Name of the other side. */
    COUNTERPARTY,
    /** Account of the other side. */
    COUNTERPARTY_ACCOUNT,
    /** BIC of the other side's bank. */
    BIC,
    /** Structured creditor reference: OCR, KID, RF, FI. */
    CREDITOR_REFERENCE(Many.ALLOWED),
    /** Number of an invoice. */
    INVOICE(Many.ALLOWED),
    /** End-to-end identification. */
    END_TO_END,
    /** The bank's own reference. */
    BANK_REFERENCE,
    /** Series and number of the voucher. */
    VOUCHER,
    /** Number of the row in an unbroken series of the bank. */
    SEQUENCE,
    /** What the file itself calls the row. */
    ID,
    /** Any other reference. */
    REFERENCE(Many.ALLOWED),
    /** Amount in the currency it was instructed in. */
    ORIGINAL_AMOUNT,
    /** The currency it was instructed in. */
    ORIGINAL_CURRENCY,
    /** Kind of transaction. */
    CODE,
    /** Free text. */
    TEXT(Many.ALLOWED);

    /** Whether several columns may mean the same. */
    private enum Many {
        ALLOWED,
        REFUSED
    }

    private final Many many;

    Role() {
        this(Many.REFUSED);
    }

    Role(Many many) {
        this.many = many;
    }

    /** Whether several columns may have this role. */
    boolean takesMany() {
        return many == Many.ALLOWED;
    }

    /** The word for it in options, profiles and vocabularies. */
    String word() {
        return Words.word(this);
    }
}
