package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What someone wants to match.
 *
 * @param group name of the group
 * @param rows the entries, each named once
 * @param writeOff the difference to bear; empty if there must be none
 * @param note a note on the match; empty for none
 */
public record HandMatch(String group, List<Row> rows, Optional<WriteOff> writeOff, String note) {
    public HandMatch {
        Objects.requireNonNull(group, "group");
        rows = List.copyOf(rows);
        Objects.requireNonNull(writeOff, "writeOff");
        Objects.requireNonNull(note, "note");
    }

    /**
     * An entry, or a part of one.
     *
     * @param entryId key of the entry
     * @param amount how much of it, with its sign; empty for all that is open of it
     */
    public record Row(long entryId, Optional<BigDecimal> amount) {
        public Row {
            Objects.requireNonNull(amount, "amount");
        }

        /** All that is open of an entry. */
        public static Row of(long entryId) {
            return new Row(entryId, Optional.empty());
        }

        /** A part of an entry. */
        public static Row part(long entryId, BigDecimal amount) {
            return new Row(entryId, Optional.of(amount));
        }
    }

    /** All that is open of these entries, without a difference. */
    public static HandMatch of(String group, List<Long> entries) {
        return new HandMatch(group, entries.stream().map(Row::of).toList(), Optional.empty(), "");
    }

    /** The same, bearing a difference. */
    public HandMatch bearing(WriteOff difference) {
        return new HandMatch(group, rows, Optional.of(difference), note);
    }

    /** The same with a note on the match. */
    public HandMatch noting(String text) {
        return new HandMatch(group, rows, writeOff, text);
    }
}
