package org.tickmark.importer.camt;

import java.io.IOException;
import java.util.Optional;
import org.tickmark.kit.xml.XmlCursor;

/**
 * A page of a message or a statement.
 *
 * @param number from 1
 * @param last whether it is the last one
 */
record Page(int number, boolean last) {
    /** Reads the element that the cursor has just entered, and leaves it; empty when it gives no number. */
    static Optional<Page> read(XmlCursor xml, Fields fields) throws IOException {
        Optional<Long> number = Optional.empty();
        boolean last = false;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "PgNb" -> number = fields.number();
                case "LastPgInd" -> last = fields.flag();
                default -> xml.skip();
            }
        }
        int capped = (int) Math.min(number.orElse(0L), Integer.MAX_VALUE);
        return number.isPresent() ? Optional.of(new Page(capped, last)) : Optional.empty();
    }
}
