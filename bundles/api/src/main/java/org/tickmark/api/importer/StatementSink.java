package org.tickmark.api.importer;

import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Problem;

/** Takes what an importer reads. For one thread at a time. */
@ProviderType
public interface StatementSink {
    /** Tells which character encoding was decided on, such as {@code UTF-8} or {@code IBM437}. */
    void encoding(String name);

    /** Opens a statement. Several may be open at the same time, as in a ledger whose vouchers touch many accounts. */
    StatementWriter open(StatementHeader header);

    /**
     * Tells a problem with the file. Warnings are listed in the report; an error rejects the file once it has been read.
     *
     * @throws org.tickmark.api.TickmarkException when so many errors came that reading on is of no use
     */
    void problem(Problem problem);
}
