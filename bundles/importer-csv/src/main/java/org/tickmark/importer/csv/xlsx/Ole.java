package org.tickmark.importer.csv.xlsx;

import java.nio.charset.StandardCharsets;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;

/** Compound files (MS-CFB), in which spreadsheets saved before 2007, and in which they lock workbooks by a password today. */
final class Ole {
    private static final String START = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    /** The name of the entry that a locked workbook is in. */
    private static final String LOCKED =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    private Ole() {}

    /** Whether a file begins so. */
    static boolean starts(String latin1) {
        return latin1.startsWith(START);
    }

    /** Why such a file is not read. */
    static TickmarkException refusal(String latin1) {
        return Problems.refusal(ErrorClass.E2, latin1.contains(LOCKED) ? "locked" : "old")
                .where(Problems.WORKBOOK)
                .exception();
    }
}
