package org.tickmark.api.importer;

import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Problem;

/** Takes what one statement holds. For one thread at a time. */
@ProviderType
public interface StatementWriter {
    /** Tells a balance; at any time before the statement is closed. */
    void balance(Balance balance);

    /** Tells totals that the file itself states; at any time before the statement is closed. */
    void control(ControlTotals totals);

    /** Tells an entry, in the order of the file. */
    void entry(ImportedEntry entry);

    /** Tells a problem with this statement; see {@link StatementSink#problem}. */
    void problem(Problem problem);

    /** Closes the statement: nothing more will be told of it. */
    void close();
}
