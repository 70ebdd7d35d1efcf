package org.tickmark.importers.pipeline;

import org.tickmark.api.TickmarkException;

/** Ends the reading of a file that has so many errors that reading on is of no use. */
final class TooManyErrors extends TickmarkException {
    private static final long serialVersionUID = 1L;

    TooManyErrors(int errors) {
        super(FileProblems.tooManyErrors(errors));
    }
}
