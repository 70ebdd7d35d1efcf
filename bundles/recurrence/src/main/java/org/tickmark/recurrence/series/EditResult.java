package org.tickmark.recurrence.series;

import java.util.Optional;

/** What an edit would do, or why it cannot be done. Nothing is changed by asking. */
public sealed interface EditResult permits SeriesChange, EditRefused {
    /** The change; empty when the edit is refused. */
    default Optional<SeriesChange> change() {
        return this instanceof SeriesChange change ? Optional.of(change) : Optional.empty();
    }

    /** Why it is refused; empty when it is not. */
    default Optional<EditRefused> refused() {
        return this instanceof EditRefused refused ? Optional.of(refused) : Optional.empty();
    }
}
