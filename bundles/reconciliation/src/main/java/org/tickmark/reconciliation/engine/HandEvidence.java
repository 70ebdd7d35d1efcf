package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.Locale;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.api.message.Message;

/** What a match says of itself that a person made. */
public final class HandEvidence {
    private HandEvidence() {}

    /** Someone said that its entries belong together. */
    public static Message matched(String identity) {
        return Wording.message("evidence.by-hand", identity);
    }

    /** Someone accepted a suggestion. */
    public static Message accepted(String identity) {
        return Wording.message("evidence.accepted", identity);
    }

    /** A ledger entry bears the reference of a voucher that was written for the match, or for its bank entry. */
    public static Message booked(String reference) {
        return Wording.message("evidence.booked", reference);
    }

    /** Only a part of an entry belongs to it. */
    public static Message part(long entry, BigDecimal part, BigDecimal whole, String currency) {
        return Wording.message(
                "evidence.part", Long.toString(entry), Wording.amount(part, currency), Wording.amount(whole, currency));
    }

    /** The difference was chosen to be borne. */
    public static Message writtenOff(WriteOff.Kind kind, BigDecimal difference, String currency) {
        return Wording.message(
                "evidence.written-off." + kind.name().toLowerCase(Locale.ROOT), Wording.amount(difference, currency));
    }
}
