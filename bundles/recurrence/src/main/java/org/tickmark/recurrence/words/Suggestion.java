package org.tickmark.recurrence.words;

import java.util.Optional;
import org.tickmark.recurrence.form.RuleForm;

/** A rule to choose, with its label; the last of a list is the choice of a rule of one's own. Immutable. */
public final class Suggestion {
    private final String label;
    private final Optional<RuleForm> rule;

    private Suggestion(String label, Optional<RuleForm> rule) {
        this.label = label;
        this.rule = rule;
    }

    static Suggestion of(String label, RuleForm rule) {
        return new Suggestion(label, Optional.of(rule));
    }

    static Suggestion ofOnesOwn(String label) {
        return new Suggestion(label, Optional.empty());
    }

    /** The text to show. */
    public String label() {
        return label;
    }

    /** The rule; empty for a rule of one's own. */
    public Optional<RuleForm> rule() {
        return rule;
    }

    @Override
    public String toString() {
        return label;
    }
}
