package org.tickmark.importer.csv;

import java.util.Optional;

/** In which order a date names year, month and day. */
enum DateOrder {
    /** 2026-01-31. */
    YMD("yyyy-MM-dd"),
    /** 31.01.2026. */
    DMY("dd.MM.yyyy"),
    /** 01/31/2026. */
    MDY("MM/dd/yyyy");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    /** How such a date is written, usually. */
    String example() {
        return example;
    }

    /** The word for it in options and profiles. */
    String word() {
        return Words.word(this);
    }

    /** The order of this word, if it is one. */
    static Optional<DateOrder> of(String word) {
        return Words.choice(DateOrder.class, word);
    }
}
