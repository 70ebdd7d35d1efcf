package org.tickmark.api.host.reconciliation;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;

/**
 * What reconciliation found that the ledger does not have yet, as vouchers to be booked: differences inside matches, and bank entries that a rule
 * {@code explain} says what they are. Each voucher sums to nought and bears a reference in its texts. When the ledger is read again with an entry that
 * bears it, the next run joins that to the match, whose difference is then gone, or to the bank entry. Nothing is kept of what was written: the same is
 * written again until it is booked. Safe for use from many threads.
 */
@ProviderType
public interface Journals {
    /**
     * The vouchers, by date and reference; asks for {@link org.tickmark.api.Permission#RECONCILIATION_READ}.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.journal-account} if it is not said on which account something is to be booked
     */
    List<JournalVoucher> vouchers(Caller caller, JournalRequest request);

    /** The same as a file for the ledger; of no vouchers too. */
    byte[] write(Caller caller, JournalRequest request, Format format);

    /** What a journal is written as. */
    enum Format {
        /** SIE 4I, in its code page. */
        SIE,
        /** A row for each line, in UTF-8, with exact decimals and a debit and a credit column. */
        CSV
    }
}
