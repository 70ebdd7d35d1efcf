package org.tickmark.api.host.reconciliation;

import java.util.List;
import java.util.Objects;

/**
 * A rule that would have made matches that people made by hand.
 *
 * @param id what it is known by as long as it is the same rule
 * @param rule the rule, in a state in which it suggests only
 * @param learnedFrom keys of the matches by hand that it makes, three or more
 * @param alike how many matches by hand have the same form, those among them that it does not make included
 * @param more how many more matches it would make of what is open now
 * @param examples some of these
 */
public record RuleProposal(
        String id, Rule rule, List<Long> learnedFrom, long alike, long more, List<WhatIf.Example> examples) {
    public RuleProposal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rule, "rule");
        learnedFrom = List.copyOf(learnedFrom);
        examples = List.copyOf(examples);
    }
}
