package org.tickmark.api.host.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * That someone answers for a reconciliation on a day.
 *
 * @param id key
 * @param group name of the group
 * @param unit code of its unit
 * @param through the day
 * @param state how far it is
 * @param statementHash SHA-256 of its statement, in hexadecimal
 * @param prepared who prepared it
 * @param reviewed who reviewed it, if anyone did
 * @param closed who closed it, if anyone did
 * @param ended who sent it back or reopened it, if anyone did
 * @param reason why it was sent back or reopened; empty if it was not
 */
public record SignOff(
        long id,
        String group,
        String unit,
        LocalDate through,
        State state,
        String statementHash,
        Deed prepared,
        Optional<Deed> reviewed,
        Optional<Deed> closed,
        Optional<Deed> ended,
        String reason) {
    /** How far a sign-off is. */
    public enum State {
        /** One has prepared it. */
        PREPARED,
        /** Another has approved it. */
        REVIEWED,
        /** The period is closed. */
        CLOSED,
        /** It was given up before it was closed. */
        SENT_BACK,
        /** The period was opened again. */
        REOPENED
    }

    /**
     * That someone did something.
     *
     * @param by identity of who did
     * @param at when
     */
    public record Deed(String by, Instant at) {
        public Deed {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    public SignOff {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(through, "through");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(statementHash, "statementHash");
        Objects.requireNonNull(prepared, "prepared");
        Objects.requireNonNull(reviewed, "reviewed");
        Objects.requireNonNull(closed, "closed");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(reason, "reason");
    }
}
