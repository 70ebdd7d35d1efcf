package org.tickmark.importer.csv;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tickmark.api.TickmarkException;

/** The beginning of a file, to decide on how all of it is read. For one thread. */
interface Sample {
    /** The first rows that hold something, once for each way in which they may be told apart. */
    List<Table> tables(Choices choices);

    /** Shows the rows one after the other, as one of the tables has them, as long as more are wanted. What cannot be read on ends the sample. */
    void rows(TableForm form, Predicate<Row> more);

    /** Why rows could not be read on, if they could not. */
    Optional<TickmarkException> obstacle();

    /** How it begins, for a problem. */
    String beginning();
}
