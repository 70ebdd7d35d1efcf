package org.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.RuleProposal;
import org.tickmark.api.host.reconciliation.WhatIf;
import org.tickmark.api.host.reconciliation.WhatIf.Example;
import org.tickmark.kit.hash.Sha256;
import org.tickmark.reconciliation.History.ByHand;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.Borne;
import org.tickmark.reconciliation.engine.Engine;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.RuleList;

/**
 * Proposes rules that would have made what people matched by hand. Each guess is tried behind the group's rules on what these left to people; it
 * is proposed if it makes three of those matches or more, and nothing else of their entries. For one thread.
 */
final class Proposing {
    private static final int FEWEST = 3;
    private static final int ID_LENGTH = 10;

    private final History history;
    private final AddedKinds kinds;
    private final CancelToken cancel;
    private final Comparison.Sets byHand;
    private final List<Rule> rules;

    Proposing(History history, AddedKinds kinds, CancelToken cancel) {
        this.history = history;
        this.kinds = kinds;
        this.cancel = cancel;
        this.byHand = Comparison.Sets.of(history);
        this.rules = RuleList.effective(history.group().group().rules());
    }

    /**
     * What a rule made in a trial.
     *
     * @param rule the rule
     * @param learned keys of the matches by hand that it made
     * @param other how often it matched entries of theirs otherwise
     * @param more its other matches
     * @param outcome of which these are
     */
    private record Trial(Rule rule, List<Long> learned, int other, List<Found> more, Outcome outcome) {
        boolean isGood() {
            return learned.size() >= FEWEST && other == 0;
        }
    }

    /** The rules to propose, one for each form of matches at most. */
    List<RuleProposal> proposals() {
        Learning learning = new Learning(history.rows());
        List<RuleProposal> proposals = new ArrayList<>();
        learning.byForm(history.byHand()).forEach((form, matches) -> {
            if (matches.size() >= FEWEST) {
                best(learning.candidates(form, matches)).ifPresent(trial -> proposals.add(proposal(trial, matches)));
            }
        });
        return proposals;
    }

    /** Of the good ones the one that makes most; of those as good the strictest. */
    private Optional<Trial> best(List<Rule> candidates) {
        Trial best = null;
        for (Rule candidate : candidates) {
            Trial trial = attempt(named(candidate));
            if (trial.isGood()
                    && (best == null || trial.learned().size() > best.learned().size())) {
                best = trial;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The rule under a name that no rule of the group has. */
    private Rule named(Rule rule) {
        Set<String> names = new HashSet<>();
        rules.forEach(other -> names.add(other.name()));
        String name = rule.name();
        for (int i = 2; names.contains(name); i++) {
            name = rule.name() + "-" + i;
        }
        return new Rule(name, rule.kind(), rule.state(), rule.parameters());
    }

    private Trial attempt(Rule rule) {
        List<Rule> all = Stream.concat(rules.stream(), Stream.of(rule)).toList();
        RuleList list = RuleList.of(all, kinds).inRun(false, List.of());
        Outcome outcome = Engine.run(history.rows(), list, Borne.NOTHING, history.chains(), cancel);
        int last = list.rules().size() - 1;
        List<Long> learned = new ArrayList<>();
        List<Found> more = new ArrayList<>();
        int other = 0;
        for (Found match : outcome.matches()) {
            if (match.rule() == last) {
                int[] matched = Comparison.rows(match);
                Set<Integer> met = byHand.meeting(matched);
                if (met.isEmpty()) {
                    more.add(match);
                } else if (byHand.areJust(met, matched)) {
                    learned.add(history.byHand().get(met.iterator().next()).match());
                } else {
                    other++;
                }
            }
        }
        return new Trial(rule, learned, other, more, outcome);
    }

    private static RuleProposal proposal(Trial trial, List<ByHand> matches) {
        Rule rule = new Rule(
                trial.rule().name(),
                trial.rule().kind(),
                Rule.State.SUGGEST,
                trial.rule().parameters());
        List<Example> examples = trial.more().stream()
                .limit(WhatIf.MOST_EXAMPLES)
                .map(match -> Comparison.example(WhatIf.Difference.GAINED, trial.outcome(), match))
                .toList();
        return new RuleProposal(
                id(rule),
                rule,
                trial.learned().stream().sorted().toList(),
                matches.size(),
                trial.more().size(),
                examples);
    }

    private static String id(Rule rule) {
        return Sha256.hex(GroupText.writeRules(List.of(rule))).substring(0, ID_LENGTH);
    }
}
