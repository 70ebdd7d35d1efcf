package org.tickmark.books;

/** Text on its way into the database. */
final class Texts {
    private Texts() {}

    /** The text without NUL characters, which PostgreSQL does not store and no bank means. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
