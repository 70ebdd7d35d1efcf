package org.tickmark.reconciliation.report;

import java.util.List;

/**
 * A part of a report as it is written.
 *
 * @param section which part
 * @param title what stands above it
 * @param failures what does not hold
 * @param grids its tables
 * @param note what is said below them; empty if nothing
 */
record Chapter(Section section, String title, List<String> failures, List<Grid> grids, String note) {
    Chapter {
        failures = List.copyOf(failures);
        grids = List.copyOf(grids);
    }

    static Chapter of(Section section, String title, Grid... grids) {
        return new Chapter(section, title, List.of(), List.of(grids), "");
    }
}
