package org.tickmark.api.host.reconciliation;

import java.time.Instant;
import java.util.Objects;

/**
 * What someone wrote beside an entry or a match.
 *
 * @param subject what it is on
 * @param subjectId key of that
 * @param text the note
 * @param madeAt when it was written
 * @param madeBy identity of who wrote it
 */
public record Note(Subject subject, long subjectId, String text, Instant madeAt, String madeBy) {
    /** What notes are on. */
    public enum Subject {
        /** An entry. */
        ENTRY,
        /** A match. */
        MATCH
    }

    public Note {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(madeBy, "madeBy");
    }
}
