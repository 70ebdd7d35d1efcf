package org.tickmark.reconciliation.report;

import java.util.EnumSet;
import java.util.Set;
import org.tickmark.api.host.reconciliation.ReportKind;

/** A part of a report. */
enum Section {
    /** Balances and open items at a glance. */
    FIGURES,
    PROOF,
    RULES,
    OPEN,
    MATCHES,
    STATEMENTS;

    /** What a report of a kind consists of. */
    static Set<Section> of(ReportKind kind) {
        return switch (kind) {
            case RECONCILIATION, STATEMENT -> EnumSet.allOf(Section.class);
            case OPEN_ITEMS -> EnumSet.of(FIGURES, OPEN);
            case MATCH_RATE -> EnumSet.of(FIGURES, RULES);
            case RUN -> EnumSet.of(RULES, MATCHES);
        };
    }
}
