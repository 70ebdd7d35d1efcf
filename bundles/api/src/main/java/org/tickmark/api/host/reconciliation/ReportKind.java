package org.tickmark.api.host.reconciliation;

import java.util.Locale;

/** What a report is about. */
public enum ReportKind {
    /** All that there is to tell of a group on a day: proof, rules, open items with the reasons of the rules, matches, statements. */
    RECONCILIATION(true),
    /** The same of what is known alone, without what rules say of open items: it prints again byte for byte as text, page, JSON and rows. */
    STATEMENT(true),
    /** The open items of a group on a day, by age. */
    OPEN_ITEMS(true),
    /** How much of all entries each rule of a group matched, up to a day. */
    MATCH_RATE(true),
    /** A run: what its rules matched, as far as it stands. */
    RUN(false);

    private final boolean ofGroup;

    ReportKind(boolean ofGroup) {
        this.ofGroup = ofGroup;
    }

    /** Whether it is of a group on a day; one that is not is of a run. */
    public boolean isOfGroup() {
        return ofGroup;
    }

    /** What people call it by, in commands: {@code open-items}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
