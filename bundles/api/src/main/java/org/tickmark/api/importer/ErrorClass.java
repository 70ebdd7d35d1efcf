package org.tickmark.api.importer;

/** The classes of errors in files. A problem's code is the class, a point and a word: {@code E4.amount}. */
public enum ErrorClass {
    /** Not readable: locked, half written, no rights, empty, too large. Tried again at the next run. */
    E1,
    /** Not recognised: no format claims it, or another than the definition's. Quarantined. */
    E2,
    /** Syntax: a bad record, not well-formed, cut off. Quarantined. */
    E3,
    /** A field: a date, amount or code that cannot be read. Quarantined. */
    E4,
    /** Proof: a balance, control total, count or checksum fails. Quarantined for a bank, a warning for a ledger. */
    E5,
    /**
     * Continuity: a gap in the sequence, an opening that is not the last closing. Imported with a warning. Entries of a period that is locked:
     * quarantined.
     */
    E6,
    /** Identity: unknown account or unit, other currency, a test file. Held until mapped. */
    E7,
    /** Duplicate: the same bytes, the same statement, a changed statement. */
    E8,
    /** The importer itself: gone, failed, out of time. The file stays untouched. */
    E9,
    /** A warning: imported, and listed in the report. */
    W;

    /** A problem's code of this class. */
    public String code(String word) {
        return name() + "." + word;
    }

    /** Whether a problem's code is of this class. */
    public boolean covers(String code) {
        return code.startsWith(name() + ".");
    }
}
