package org.tickmark.api.rule;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tickmark.api.message.Message;

/**
 * A way to match. Registered as a service with the property {@link #RULE}; rules of groups name it as their {@code kind}. The names of the
 * kinds that come with Tickmark are taken. Of several of one name the one with the highest service ranking counts, then the oldest.
 *
 * <ul>
 *   <li>RK-01: {@link #parameters} is the same at every call, names each parameter once, and every standard value is one that the
 *       parameter allows.
 *   <li>RK-02: {@link #match} works with what it is handed alone: it keeps nothing of the run after it returns, and several threads
 *       may call it at the same time.
 *   <li>RK-03: what it finds follows from the contents of the rows and from its parameters: not from the clock, nor from chance, nor from the
 *       numbers of rows, which are others as soon as another row is there.
 *   <li>RK-04: every match is exact: the amounts of its bank rows have the sum of those of its ledger rows, or those of one side
 *       have the sum nought; and no row is in two matches. What is not exact is a suggestion.
 *   <li>RK-05: where more than one row could be meant it matches neither, and may suggest both. A row that has its like, the same in everything,
 *       is such a row.
 *   <li>RK-06: each match and each suggestion says why, in every language.
 *   <li>RK-07: it looks at {@link RuleRun#cancel} at least once a second while it can, and stops with the exception of
 *       {@link org.tickmark.api.CancelToken#throwIfCancelled}; it lets an interrupt end it as well.
 * </ul>
 *
 * <p>The host checks what it can: a match that breaks RK-04 fails the rule. So do an exception, more than a minute without an end, and
 * more suggestions than there are rows times five. Nothing that a failed rule found counts, the run says why, and the other rules are
 * applied as if it were not there. While its bundle is away a rule waits, and each run says so.
 */
@ConsumerType
public interface RuleKind {
    /** Service property: the name of the kind, words of a-z and 0-9 joined by hyphens; type {@code String}, required. */
    String RULE = "tickmark.rule";

    /** What it matches, in one line. */
    Message summary();

    /** The parameters that a rule of this kind may set. */
    default List<RuleParameter> parameters() {
        return List.of();
    }

    /**
     * Looks at the open rows of a group and tells the run what belongs together, on a thread of the host's.
     *
     * @throws Exception if it failed; the host keeps message and class
     */
    void match(RuleRun run) throws Exception;
}
