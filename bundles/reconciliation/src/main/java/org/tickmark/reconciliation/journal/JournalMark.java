package org.tickmark.reconciliation.journal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tickmark.api.importer.Reference;
import org.tickmark.reconciliation.engine.Entry;

/**
 * The reference of a voucher: what it was written for.
 *
 * @param of what that is
 * @param id its key
 */
public record JournalMark(Of of, long id) {
    private static final String BEGINNING = "TICKMARK-";
    private static final Pattern MARK = Pattern.compile(BEGINNING + "([ME])(\\d{1,18})(?!\\d)");

    /** What vouchers are written for. */
    public enum Of {
        /** A match with a difference. */
        MATCH("M"),
        /** An entry at the bank. */
        ENTRY("E");

        private final String letter;

        Of(String letter) {
            this.letter = letter;
        }
    }

    /** The mark that an entry bears in its text or among its references. */
    public static Optional<JournalMark> in(Entry entry) {
        return Stream.concat(
                        Stream.of(entry.text(), entry.bankReference()),
                        entry.references().stream().map(Reference::value))
                .filter(text -> text.contains(BEGINNING))
                .map(MARK::matcher)
                .filter(Matcher::find)
                .map(found -> new JournalMark(
                        found.group(1).equals(Of.MATCH.letter) ? Of.MATCH : Of.ENTRY, Long.parseLong(found.group(2))))
                .findFirst();
    }

    /** The mark as vouchers bear it. */
    public String text() {
        return BEGINNING + of.letter + id;
    }
}
