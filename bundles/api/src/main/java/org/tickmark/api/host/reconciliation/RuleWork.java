package org.tickmark.api.host.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;

/**
 * What people do with the rules of a group: look at how they were, try others on what was, and take those that Tickmark learned from matches by
 * hand. Safe for use from many threads. Nothing here matches anything or switches a rule on by itself.
 */
@ProviderType
public interface RuleWork {
    /** The kinds that rules can be of just now: those that come with Tickmark, then those that plugins add; each by name. */
    List<KnownKind> kinds();

    /** These rules, or the default rules if there are none. */
    List<Rule> effective(List<Rule> rules);

    /**
     * Gives a group other rules, in a new version; its accounts and all else stay as they are. Rules that say the same as those that stand are not
     * saved. Asks for {@link org.tickmark.api.Permission#RECONCILIATION_EDIT}.
     *
     * @return what they say otherwise than the rules that stand
     * @throws org.tickmark.api.TickmarkException with code {@code rec.overtaken} if somebody has saved another version meanwhile, and {@code
     *     rec.invalid} if they cannot be saved
     */
    List<RuleChange> save(Caller caller, String group, RuleEdit edit);

    /** The versions of a group, from the latest: each state that it was saved in. */
    List<GroupVersion> versions(Caller caller, String group);

    /**
     * What one version of a group says otherwise than another.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-version} if one of them is not kept
     */
    List<RuleChange> changes(Caller caller, String group, int from, int to);

    /**
     * Gives a group the rules of one of its versions again, in a new version; its accounts and all else stay as they are. Asks for {@link
     * org.tickmark.api.Permission#RECONCILIATION_EDIT}.
     *
     * @param reason why, not blank
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-version} if it is not kept, and {@code rec.invalid} if its rules
     *     cannot be saved any more
     */
    void restore(Caller caller, String group, int version, String reason);

    /**
     * The rules in a text: a list under the key {@code rules}, or those of the only group under {@code groups}.
     *
     * @param from what to call the text in errors, such as its file name
     */
    List<Rule> rules(String text, String from);

    /**
     * What other rules would have matched of what was booked, as if nothing had been matched yet, by rules or people. Entries that are left out stay so.
     *
     * @param before the rules compared with; none for the default rules
     * @param after the other rules; none for the default rules
     * @param from the first booking date that takes part; empty for the first of all
     * @param until the last booking date that takes part; empty for the last of all
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    WhatIf whatIf(
            Caller caller,
            String group,
            List<Rule> before,
            List<Rule> after,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            CancelToken cancel);

    /**
     * Rules that would have made what people matched by hand three times or more, in the same way; none that the group's rules make needless, nor one
     * that would have matched anything else than people did of the same entries.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    List<RuleProposal> proposals(Caller caller, String group, CancelToken cancel);

    /**
     * Adds a proposed rule to the end of a group's rules, where it suggests and matches nothing. Asks for {@link
     * org.tickmark.api.Permission#RECONCILIATION_EDIT}.
     *
     * @param proposal what it is known by
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-proposal} if it is not proposed any more
     */
    Rule adopt(Caller caller, String group, String proposal);
}
