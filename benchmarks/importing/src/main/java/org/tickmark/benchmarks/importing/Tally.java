package org.tickmark.benchmarks.importing;

import java.math.BigDecimal;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;

/**
 * What a reader found in a file, and what all readers must find.
 *
 * @param entries how many entries
 * @param sum what the entries of the bank's account add up to
 */
record Tally(long entries, BigDecimal sum) {
    Tally {
        sum = sum.setScale(2);
    }

    /** What is in a file. */
    static Tally of(FileForm form, Told told) {
        return new Tally(form.entries(told), BigDecimal.valueOf(form.sum(told), 2));
    }
}
