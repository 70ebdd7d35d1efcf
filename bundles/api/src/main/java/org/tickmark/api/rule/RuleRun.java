package org.tickmark.api.rule;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.CancelToken;
import org.tickmark.api.message.Message;

/** One application of a rule: what is open, and where to tell what was found. For the thread that {@link RuleKind#match} is called on. */
@ProviderType
public interface RuleRun {
    /** The value of each parameter of the kind, by name: what the rule gives or the standard, checked. */
    Map<String, String> parameters();

    /** ISO 4217 code of the currency of all rows. */
    String currency();

    /**
     * What no rule before this one has matched: the bank side first, each side by date, amount and contents, whatever the order in which
     * the rows came. Row {@code i} has the number {@code i}. Not to be changed.
     */
    List<OpenRow> rows();

    /**
     * Says that rows belong together (RK-04).
     *
     * @param rows at least two of {@link #rows}, in any order
     * @param reasons what agrees, and why nothing else could be meant; at least one
     * @throws IllegalArgumentException if the rows are no such match; the rule has failed then, also if this is caught
     */
    void match(List<OpenRow> rows, List<Message> reasons);

    /**
     * Says that rows may belong together; they stay open, and a person decides.
     *
     * @param rows at least two of {@link #rows}, in any order; whatever their sums
     * @param reasons what speaks for it; at least one
     * @param doubt what speaks against it
     * @throws IllegalArgumentException if a row is named twice or is none of this run; the rule has failed then, also if this is caught
     */
    void suggest(List<OpenRow> rows, List<Message> reasons, Message doubt);

    /** Whether to stop. */
    CancelToken cancel();
}
