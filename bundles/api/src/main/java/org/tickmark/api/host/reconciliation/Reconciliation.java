package org.tickmark.api.host.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.record.RecordQuery;

/**
 * Groups, rules, matches, open items and the balance proof. Safe for use from many threads. The result of a run depends on
 * the entries and the rules alone, never on the order of rows or the number of threads.
 */
@ProviderType
public interface Reconciliation {
    /** The groups that the caller may see, ordered by name. */
    List<Group> groups(Caller caller);

    /** A group that the caller may see. */
    Optional<Group> group(Caller caller, String name);

    /**
     * Adds a group, or changes the one of this name.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.invalid} if it names an unknown unit, account, kind of rule or
     *     parameter, or its accounts have different currencies; a kind that the group has rules of already may be absent
     */
    void save(Caller caller, Group group);

    /** Removes a group that has no matches. */
    void remove(Caller caller, String name);

    /** Groups as text (YAML, key {@code groups}) that {@link #importText} reads back; all when no name is given. */
    String exportText(Caller caller, List<String> names);

    /**
     * Saves the groups in a text, all or none.
     *
     * @param text the text; the keys {@code units} and {@code imports} belong to others and are passed over
     * @param from what to call the text in errors, such as its file name
     * @param dryRun whether to check only; a unit that the text tells itself, under {@code units}, then counts as there with
     *     whatever accounts are named of it, since it is saved before
     * @return names of the groups, in the order of the text
     */
    List<String> importText(Caller caller, String text, String from, boolean dryRun);

    /** Reconciles groups. One group is one transaction; a group that fails stops no other. */
    List<GroupRun> run(Caller caller, ReconciliationRequest request, Progress progress, CancelToken cancel);

    /**
     * How a group stands on a date; empty date for the last one that anything was booked on. Of a date all is read and summed up anew; without one, what
     * has not changed since the group was last looked at may be told as it was then.
     */
    Standing standing(Caller caller, String group, Optional<LocalDate> date);

    /** The matches of a group that stand, ordered by key. */
    List<Match> matches(Caller caller, String group);

    /**
     * Those matches of a group that stand and are asked for.
     *
     * @param query its only column is {@code rule}; what a match must hold is looked for in its rule, who made it, and the values in its evidence
     */
    List<Match> matches(Caller caller, String group, RecordQuery query);

    /** Undoes one match. */
    void undoMatch(Caller caller, long matchId, String reason);

    /**
     * Undoes what a run matched and nobody has undone since.
     *
     * @return how many matches were undone
     */
    long undoRun(Caller caller, long runId, String reason);

    /**
     * A report, from the same model in every format; text is in UTF-8. A {@linkplain ReportKind#STATEMENT statement}, and any report of what was known at a
     * moment, is made of what is kept alone, without what rules say of open items: before whatever became known at that moment or since. So it
     * is the same whenever it is asked for, also after what it tells of was undone, and entries came or went. Units and accounts are called by
     * what they are called now.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.known-at} if the moment is yet to come, {@code rec.unknown-version} if the
     *     group was not known at it, and {@code rec.unknown-run} if there is no such run
     */
    byte[] report(Caller caller, ReportRequest request);

    /**
     * How a group stands.
     *
     * @param group the group
     * @param proof the balance proof; empty when nothing has been booked
     * @param open the open items, bank side first, by date and key
     * @param matches how many matches stand
     */
    record Standing(Group group, Optional<Proof> proof, List<OpenItem> open, long matches) {
        public Standing {
            open = List.copyOf(open);
        }
    }

    /** Formats of a report. */
    enum ReportFormat {
        /** A page of its own, with styles inside. */
        HTML,
        /** Text for a terminal. */
        TEXT,
        /** The whole model. */
        JSON,
        /** Rows: the open items and matches, or, where the report has neither, the rules. */
        CSV,
        /** A workbook with a sheet for each table. */
        XLSX,
        /** Pages for paper. */
        PDF;

        /** Whether it is text, which a terminal can show. */
        public boolean isText() {
            return this != XLSX && this != PDF;
        }
    }
}
