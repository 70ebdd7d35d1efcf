package org.tickmark.importer.mt940;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;

/** What the text of an entry tells: references and lines of text, which go into the entry as they come, and the other side. Of a name, account or bank the first one told is kept. */
final class Facts {
    /** What stands for a reference that is not given, or points to the text. */
    private static final WordSet NOT_GIVEN = WordSet.of(
            "NONREF",
            "NOREF",
            "NOTPROVIDED",
            "NOT PROVIDED",
            "EREF",
            "EREF+",
            "KREF",
            "KREF+",
            "MREF",
            "MREF+",
            "MARF",
            "PREF");

    /** How long the longest of these is. */
    private static final int LONGEST_NOT_GIVEN = 12;

    private static final int COUNTRY = 2;
    private static final int CHECK_END = 4;
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;
    private static final int SHORT_BIC = 8;
    private static final int LONG_BIC = 11;
    private static final int BIC_LETTERS = 6;
    private static final int CURRENCY = 3;

    private final ImportedEntry.Builder entry;
    private final String ownAccount;
    private String name = "";
    private String account = "";
    private String bic = "";
    private String code = "";
    private String originalCurrency = "";
    private BigDecimal originalAmount;

    /**
     * Nothing yet.
     *
     * @param entry what is told goes in here
     * @param ownAccount the account of the statement, which some banks give as the other side's too
     */
    Facts(ImportedEntry.Builder entry, String ownAccount) {
        this.entry = entry;
        this.ownAccount = ownAccount;
    }

    /** Whether a reference is one, and not a word that stands for none. */
    static boolean isGiven(String reference) {
        return !reference.isEmpty()
                && (reference.length() > LONGEST_NOT_GIVEN || !NOT_GIVEN.contains(reference, 0, reference.length()));
    }

    /** Whether a text has the form of an IBAN. */
    static boolean isIban(String text) {
        return isIban(text, text.length());
    }

    /** Whether the beginning of a text has the form of an IBAN. */
    static boolean isIban(String text, int end) {
        if (end < SHORTEST_IBAN || end > LONGEST_IBAN) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char letter = text.charAt(i);
            boolean upper = letter >= 'A' && letter <= 'Z';
            boolean digit = letter >= '0' && letter <= '9';
            if (i < COUNTRY ? !upper : i < CHECK_END ? !digit : !upper && !digit) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text has the form of a BIC. */
    static boolean isBic(String text) {
        if (text.length() != SHORT_BIC && text.length() != LONG_BIC) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean upper = letter >= 'A' && letter <= 'Z';
            if (!upper && (i < BIC_LETTERS || letter < '0' || letter > '9')) {
                return false;
            }
        }
        return true;
    }

    void reference(Reference.Type type, String value) {
        String reference = value.strip();
        if (isGiven(reference)) {
            entry.reference(type, reference);
        }
    }

    void name(String value) {
        name = name.isEmpty() ? value.strip() : name;
    }

    void account(String value) {
        String number = value.strip();
        if (account.isEmpty() && !ownAccount.endsWith(number)) {
            account = number;
        }
    }

    boolean hasAccount() {
        return !account.isEmpty();
    }

    void bic(String value) {
        if (bic.isEmpty() && isBic(value.strip())) {
            bic = value.strip();
        }
    }

    /** A code of the bank's own for the kind of the entry. */
    void code(String value) {
        code = code.isEmpty() ? value.strip() : code;
    }

    /** The amount in the currency it was instructed in, such as {@code EUR11,85}; left out when it is none. */
    void original(String value) {
        byte[] bytes = value.strip().getBytes(StandardCharsets.ISO_8859_1);
        if (originalAmount == null && bytes.length > CURRENCY && BalanceLine.isCurrency(bytes, 0, CURRENCY)) {
            Optional<BigDecimal> amount = MtAmount.read(bytes, CURRENCY, MtAmount.end(bytes, CURRENCY, bytes.length));
            originalAmount = amount.orElse(null);
            originalCurrency = value.strip().substring(0, CURRENCY);
        }
    }

    /** A line of text. */
    void text(String line) {
        entry.text(line);
    }

    /** Puts the rest into the entry, whose amount the original amount, which has no sign, takes its sign from. */
    void finish(EntryLine line) {
        if (!name.isEmpty() || !account.isEmpty() || !bic.isEmpty()) {
            entry.party(new Party(name, account, bic, ""));
        }
        if (originalAmount != null) {
            entry.original(line.amount().signum() < 0 ? originalAmount.negate() : originalAmount, originalCurrency);
        }
        entry.transactionCode(code.isEmpty() ? line.code() : line.code().isEmpty() ? code : line.code() + "+" + code);
    }
}
