package org.tickmark.api.host.reconciliation;

import java.util.List;
import java.util.Objects;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleParameter;

/**
 * A kind that rules can be of just now.
 *
 * @param name what rules call it
 * @param summary what it matches, in one line
 * @param parameters what a rule of it may set
 */
public record KnownKind(String name, Message summary, List<RuleParameter> parameters) {
    public KnownKind {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(summary, "summary");
        parameters = List.copyOf(parameters);
    }
}
