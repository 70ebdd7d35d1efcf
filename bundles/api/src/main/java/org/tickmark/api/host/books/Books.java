package org.tickmark.api.host.books;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Tx;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.message.Message;

/**
 * Units, accounts, statements and entries. Safe for use from many threads.
 *
 * <p>Whoever reads entries reads the view {@code books_entry_v1}: {@code entry_id, account_id, unit_code, account_code, side
 * (BANK|LEDGER), status, booking_date, value_date, amount, currency, party_name, party_account, bank_reference, refs} (one
 * {@code TYPE:value} a line), {@code text} (the lines joined by line feeds), {@code voucher, statement_id, ordinal, file_id};
 * and statements in {@code books_statement_v1}: {@code statement_id, account_id, kind, statement_key, sequence_no, from_date,
 * to_date, opening, opening_date, closing, closing_date, transactions, entry_sum, verdict, file_id}, and
 * of the other files that tell the same statement how many there are and the sum of their keys, {@code more_files, more_files_sum}. All are ordered by key.
 *
 * <p>Whoever asks what was known at a moment reads {@code books_known_entry_v1} and {@code books_known_statement_v1}: what the books hold and what they
 * held, each with {@code known_from} and {@code known_until} (null if it is so still). Both are moments within the transaction that booked or removed it,
 * after every {@link EntryGuard} was called.
 */
@ProviderType
public interface Books {
    /** The units that the caller may see, ordered by code. */
    List<Unit> units(Caller caller);

    /** A unit that the caller may see. */
    Optional<Unit> unit(Caller caller, String code);

    /** Adds a unit, or changes the one of this code. */
    void save(Caller caller, Unit unit);

    /**
     * Removes a unit.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code books.in-use} while it has accounts
     */
    void removeUnit(Caller caller, String code);

    /** The accounts that the caller may see, ordered by unit and code. */
    List<Account> accounts(Caller caller);

    /** An account of a unit that the caller may see. */
    Optional<Account> account(Caller caller, String unit, String code);

    /** Adds an account, or changes the one of this unit and code; returns it with its key. */
    Account save(Caller caller, Account account);

    /**
     * Removes an account.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code books.in-use} while it has statements or entries
     */
    void removeAccount(Caller caller, String unit, String code);

    /** The account of a unit that files name so; an empty number finds none. */
    Optional<Account> find(Tx tx, String unit, AccountId identification) throws SQLException;

    /**
     * Books the statements of a file in the caller's transaction: what stands already is left, what is new is added. Importing
     * the same file again, or files that overlap, adds nothing twice. Other files for the same accounts wait until the
     * transaction ends.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code E8.correction} if a statement that stands comes again with other
     *     content, and with {@code E7.currency} if its currency is not the account's
     */
    Appended append(Tx tx, Caller caller, BookedFile file) throws SQLException;

    /**
     * Takes what a file brought out of the books again, after every {@link EntryGuard} has let go of it. An entry that another
     * file brought as well stays.
     *
     * @return how many entries were removed
     */
    long remove(Tx tx, Caller caller, long fileId, String reason) throws SQLException;

    /**
     * How many entries {@link #remove} would remove; changes nothing, and throws where that would be forbidden.
     *
     * @return how many entries would be removed
     */
    long removable(Tx tx, Caller caller, long fileId) throws SQLException;

    /** What {@linkplain #remove removing} what a file brought would undo elsewhere, such as matches: each in words. */
    List<Message> removalWouldUndo(Tx tx, long fileId) throws SQLException;

    /**
     * Units with their accounts as text (YAML, key {@code units}) that {@link #importText} reads back.
     *
     * @param units codes of the units; all that the caller may see when none is given
     */
    String exportText(Caller caller, List<String> units);

    /**
     * Saves the units and accounts in a text, all or none; units and accounts that it does not name stay as they are.
     *
     * @param text the text; the keys {@code imports} and {@code groups} belong to others and are passed over
     * @param from what to call the text in errors, such as its file name
     * @param dryRun whether to check only
     * @return codes of the units, in the order of the text
     */
    List<String> importText(Caller caller, String text, String from, boolean dryRun);
}
