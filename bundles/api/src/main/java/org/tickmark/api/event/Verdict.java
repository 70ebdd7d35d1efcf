package org.tickmark.api.event;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.message.Message;

/** What a before-handler says of a {@link Proposal}: let it pass, change fields of it, or block it. Immutable. */
public final class Verdict {
    private static final Verdict PASS = new Verdict(Map.of(), null);

    private final Map<String, String> changes;
    private final Message blockedBecause;

    private Verdict(Map<String, String> changes, Message blockedBecause) {
        this.changes = Map.copyOf(changes);
        this.blockedBecause = blockedBecause;
    }

    /** It may happen as proposed. */
    public static Verdict pass() {
        return PASS;
    }

    /** It may happen with these fields changed. */
    public static Verdict change(Map<String, String> changes) {
        return new Verdict(changes, null);
    }

    /** It must not happen; the explanation reaches whoever asked for it. */
    public static Verdict block(Message explanation) {
        return new Verdict(Map.of(), Objects.requireNonNull(explanation, "explanation"));
    }

    /** The fields to change; empty when none. */
    public Map<String, String> changes() {
        return changes;
    }

    /** Why it must not happen; empty when it may. */
    public Optional<Message> blockedBecause() {
        return Optional.ofNullable(blockedBecause);
    }
}
