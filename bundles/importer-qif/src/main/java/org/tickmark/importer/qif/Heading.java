package org.tickmark.importer.qif;

import java.util.Locale;
import org.tickmark.kit.lines.LineReader;

/** What the records behind a heading are. */
enum Heading {
    /** Transactions of an account that holds or owes money. */
    TRANSACTIONS,
    /** Transactions of investments. */
    INVESTMENTS,
    /** Accounts; the last one is that of the transactions that follow. */
    ACCOUNTS,
    /** Categories, classes, prices and others that are no transactions. */
    OTHER;

    private static final int LONGEST = 40;

    /** Whether the line at hand is a heading. */
    static boolean isHeading(LineReader lines) {
        String word = word(lines);
        return word.startsWith("!type:")
                || word.startsWith("!account")
                || word.startsWith("!option:")
                || word.startsWith("!clear:");
    }

    /** What the heading in the line at hand says. */
    static Heading of(LineReader lines) {
        String word = word(lines);
        if (word.startsWith("!account")) {
            return ACCOUNTS;
        }
        return switch (word.startsWith("!type:") ? word.substring(6).strip() : "") {
            case "bank", "ccard", "cash", "oth a", "oth l" -> TRANSACTIONS;
            case "invst", "port" -> INVESTMENTS;
            default -> OTHER;
        };
    }

    private static String word(LineReader lines) {
        return lines.latin(lines.start(), Math.min(lines.end(), lines.start() + LONGEST))
                .toLowerCase(Locale.ROOT);
    }
}
