package org.tickmark.testkit.file;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.AccountId.Scheme;

/** How a file tells of payments. What is written is valid and has the fields that such files usually have. Immutable. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are method references that hold nothing
public enum FileForm {
    /** camt.053.001.08, ISO 20022. */
    CAMT("xml", "SEK", StandardCharsets.UTF_8, FileForm::swedish, CamtFile::write),
    /** MT940, SWIFT, with plain text in field 86. */
    MT940("sta", "SEK", StandardCharsets.ISO_8859_1, FileForm::swedish, Mt940File::write),
    /** SIE 4E: each payment a voucher of two rows. */
    SIE("se", "SEK", Charset.forName("IBM437"), FileForm::ledger, LedgerFiles::sie),
    /** SIE 5: each payment a voucher of two rows. */
    SIE5("sie", "SEK", StandardCharsets.UTF_8, FileForm::ledger, LedgerFiles::sie5),
    /** SAF-T Financial of Norway, 1.30: each payment a transaction of two lines. */
    SAFT("xml", "NOK", StandardCharsets.UTF_8, FileForm::ledger, LedgerFiles::saft),
    /** OFX 1, in which no element that holds a text is closed. */
    OFX("ofx", "NOK", StandardCharsets.ISO_8859_1, FileForm::bban, OfxFile::write),
    /** QIF, which names no account. */
    QIF("qif", "NOK", StandardCharsets.UTF_8, FileForm::none, TableFiles::qif),
    /** BAI2. */
    BAI2("bai", "USD", StandardCharsets.US_ASCII, FileForm::bban, Bai2File::write),
    /** CODA, version 2. */
    CODA("cod", "EUR", StandardCharsets.ISO_8859_1, FileForm::belgian, CodaFile::write),
    /** BgMax, in which all payments are into the account. */
    BGMAX("bgm", "SEK", StandardCharsets.ISO_8859_1, FileForm::bankgiro, BgMaxFile::write),
    /** OCR giro, in which all payments are into the account. */
    OCRGIRO("dat", "NOK", StandardCharsets.US_ASCII, FileForm::norwegian, OcrGiroFile::write),
    /** Tickmark's own table, which names no account. */
    CSV("csv", "SEK", StandardCharsets.UTF_8, FileForm::none, TableFiles::csv);

    /** The number of the bank's account in ledgers; a second account takes the other side of each payment. */
    static final String BANK_ACCOUNT = "1930";

    private final String extension;
    private final String currency;
    private final Charset charset;
    private final IntFunction<AccountId> accounts;
    private final Script script;

    FileForm(String extension, String currency, Charset charset, IntFunction<AccountId> accounts, Script script) {
        this.extension = extension;
        this.currency = currency;
        this.charset = charset;
        this.accounts = accounts;
        this.script = script;
    }

    /** Writes what is told. */
    @FunctionalInterface
    private interface Script {
        void write(Told told, Out out) throws IOException;
    }

    /** What the names of such files end in, without the point. */
    public String extension() {
        return extension;
    }

    /** The currency of all accounts, ISO 4217. */
    public String currency() {
        return currency;
    }

    /** How such a file names the account of this number, from 1 to 999. */
    public AccountId account(int number) {
        return accounts.apply(number);
    }

    /** Whether it is a ledger, which tells each payment on two accounts. */
    public boolean isLedger() {
        return accounts.apply(1).scheme() == Scheme.LEDGER;
    }

    /** How many entries such a file holds. */
    public long entries(Told told) {
        return isLedger() ? 2 * told.count() : told.count();
    }

    /** How much the entries of such a file on the account told of add up to, in hundredths. */
    public long sum(Told told) {
        return hasMoneyInAlone()
                ? told.sum(Told.Direction.IN) - told.sum(Told.Direction.OUT)
                : told.sum(Told.Direction.BOTH);
    }

    private boolean hasMoneyInAlone() {
        return this == BGMAX || this == OCRGIRO;
    }

    /** Writes a file, which may be of any size; does not close the stream. */
    public void write(Told told, OutputStream target) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(target, charset), 1 << 16);
        script.write(told, new Out(writer));
        writer.flush();
    }

    /** A file in memory. */
    public byte[] bytes(Told told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(told, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static AccountId swedish(int number) {
        return AccountId.iban(Numbers.iban("SE", String.format(Locale.ROOT, "999%017d", number)));
    }

    private static AccountId belgian(int number) {
        return AccountId.iban(Numbers.iban("BE", String.format(Locale.ROOT, "%012d", number)));
    }

    private static AccountId norwegian(int number) {
        return AccountId.bban(Numbers.norwegian(9_990_000_000L + 10L * number));
    }

    private static AccountId bankgiro(int number) {
        return new AccountId(Scheme.BANKGIRO, Numbers.withLuhn(Integer.toString(5_000_000 + number)));
    }

    private static AccountId bban(int number) {
        return AccountId.bban(Integer.toString(999_000_000 + number));
    }

    private static AccountId ledger(int number) {
        return AccountId.ledger(BANK_ACCOUNT);
    }

    private static AccountId none(int number) {
        return AccountId.none();
    }
}
