package org.tickmark.reconciliation;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known now, or was at a moment. What became known at that very moment does not count yet, nor does its end: so whatever comes after a moment
 * was read changes nothing of what was known at it.
 *
 * @param at the moment; empty for now
 */
record Known(Optional<Instant> at) {
    /** All that is known. */
    static final Known NOW = new Known(Optional.empty());

    static Known at(Instant moment) {
        return new Known(Optional.of(moment));
    }

    /**
     * A condition on rows that hold from one moment, which every row has, until another, which is null as long as they do; takes the {@link
     * #holding() moments} as its values.
     */
    String holds(String from, String until) {
        return at.isEmpty()
                ? "(" + until + " is null)"
                : "(" + from + " < ? and (" + until + " is null or " + until + " >= ?))";
    }

    /** The values of {@link #holds}. */
    Object[] holding() {
        return at.map(moment -> new Object[] {moment, moment}).orElseGet(() -> new Object[0]);
    }

    /** A condition on rows that are there from a moment on; takes the {@link #since() moment} as its value. */
    String begins(String from) {
        return at.isEmpty() ? "(1 = 1)" : "(" + from + " < ?)";
    }

    /** The value of {@link #begins}. */
    Object[] since() {
        return at.map(moment -> new Object[] {moment}).orElseGet(() -> new Object[0]);
    }

    /** The entries of the books: a view, with its condition on {@code e}, which takes the {@link #holding() moments} where it is of the past. */
    String entries() {
        return at.isEmpty() ? "books_entry_v1" : "books_known_entry_v1";
    }

    /**
     * The entries that have certain keys in a column, as {@code e}; takes the keys as its value. Joined to them, as H2 looks for several keys in a view by
     * going through all of it, or through all keys for each row.
     */
    String entriesBy(String column) {
        return "unnest(?) as wanted (id) join " + entries() + " e on e." + column + " = wanted.id";
    }

    /** The statements of the books, in the same way. */
    String statements() {
        return at.isEmpty() ? "books_statement_v1" : "books_known_statement_v1";
    }

    /** The condition on rows of {@link #entries} and {@link #statements}. */
    String inBooks(String alias) {
        return at.isEmpty() ? "(1 = 1)" : holds(alias + ".known_from", alias + ".known_until");
    }
}
