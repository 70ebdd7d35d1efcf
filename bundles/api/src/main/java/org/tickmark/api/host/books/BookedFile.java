package org.tickmark.api.host.books;

import java.util.List;
import java.util.Objects;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;

/**
 * The statements of one file, to be booked as a whole.
 *
 * @param fileId key of the file, by which its entries can be removed again
 * @param statements the statements, in the order of the file
 */
public record BookedFile(long fileId, List<Statement> statements) {
    public BookedFile {
        statements = List.copyOf(statements);
    }

    /**
     * A statement whose account is known.
     *
     * @param account the account it is of
     * @param header what it says of itself
     * @param balances the balances it states
     * @param proof whether it adds up
     * @param entries its entries, in the order of the file, the same at each reading; those not booked are kept as such and
     *     move no balance
     */
    public record Statement(
            Account account,
            StatementHeader header,
            List<Balance> balances,
            StatementProof proof,
            Iterable<ImportedEntry> entries) {
        public Statement {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(header, "header");
            balances = List.copyOf(balances);
            Objects.requireNonNull(proof, "proof");
            Objects.requireNonNull(entries, "entries");
        }
    }
}
