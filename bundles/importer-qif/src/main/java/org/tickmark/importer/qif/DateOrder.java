package org.tickmark.importer.qif;

/** Which number of a date comes first. */
enum DateOrder {
    DMY("31/12/2026"),
    MDY("12/31/2026"),
    YMD("2026-12-31");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    /** How such a date is written, usually. */
    String example() {
        return example;
    }
}
