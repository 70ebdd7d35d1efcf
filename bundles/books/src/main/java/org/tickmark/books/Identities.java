package org.tickmark.books;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader.Kind;

/**
 * The identities of one statement's entries, which are read twice in the same order: those of the first {@value #MOST_REMEMBERED} are remembered from
 * the first reading, those of the others made again. For one thread.
 */
final class Identities {
    private static final int MOST_REMEMBERED = 200_000;
    private static final int DAY_DIGITS = 8;
    /** Before and behind all days; those of years with more than four digits are not sorted as they follow each other. */
    private static final String FIRST = "";

    private static final String LAST = "zzzzzzzz";

    private final EntryIdentity identity;
    private final Kind kind;
    private final List<String> remembered = new ArrayList<>();
    private long count;
    private String firstDay = LAST;
    private String lastDay = FIRST;

    /** Those of a statement of this kind, on an account in this currency. */
    Identities(String currency, Kind kind) {
        this.identity = new EntryIdentity(currency);
        this.kind = kind;
    }

    /** The identity of the next entry of the first reading. */
    String next(ImportedEntry entry) {
        String made = made(entry);
        if (count++ < MOST_REMEMBERED) {
            remembered.add(made);
        }
        boolean usual = made.charAt(DAY_DIGITS) == '-';
        String day = made.substring(0, DAY_DIGITS);
        widen(usual ? day : FIRST, usual ? day : LAST);
        return made;
    }

    private void widen(String first, String last) {
        firstDay = first.compareTo(firstDay) < 0 ? first : firstDay;
        lastDay = last.compareTo(lastDay) > 0 ? last : lastDay;
    }

    /** The identity of the entry at a place from 0, in the second reading. */
    String at(long place, ImportedEntry entry) {
        return place < remembered.size() ? remembered.get((int) place) : made(entry);
    }

    /** How many entries were read. */
    long count() {
        return count;
    }

    /** No identity of what was read is less; behind {@link #lastDay} when there is none. */
    String firstDay() {
        return firstDay;
    }

    /** The first eight characters of the greatest identity read, or what no identity is greater than. */
    String lastDay() {
        return lastDay;
    }

    private String made(ImportedEntry entry) {
        return identity.of(entry, EntryStatus.inBooks(kind, entry.status()));
    }
}
