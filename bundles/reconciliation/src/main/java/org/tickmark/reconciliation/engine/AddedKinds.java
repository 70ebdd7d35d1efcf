package org.tickmark.reconciliation.engine;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import org.tickmark.api.rule.RuleKind;

/** The kinds of rules that plugins add just now. Safe for use from many threads. */
@FunctionalInterface
public interface AddedKinds {
    /** None at all. */
    AddedKinds NONE = name -> Optional.empty();

    /**
     * The kind of this name.
     *
     * @return a kind that comes to an end whatever the plugin does
     */
    Optional<RuleKind> named(String name);

    /** The names that there are. */
    default SortedSet<String> names() {
        return Collections.emptySortedSet();
    }

    /** The same kinds for someone who waits for an answer: they come to an end much sooner. */
    default AddedKinds inHaste() {
        return this;
    }
}
