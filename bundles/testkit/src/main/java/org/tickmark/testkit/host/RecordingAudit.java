package org.tickmark.testkit.host;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Tx;

/** An audit log that keeps in memory what was committed. */
public final class RecordingAudit implements Audit {
    private final List<Act> acts = new CopyOnWriteArrayList<>();

    @Override
    public void append(Tx tx, Caller caller, Act act) {
        tx.afterCommit(() -> acts.add(act));
    }

    @Override
    public List<String> verify(Caller caller) {
        return List.of();
    }

    @Override
    public Optional<Head> head(String stream) {
        List<Act> chain =
                acts.stream().filter(act -> act.stream().equals(stream)).toList();
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(new Head(stream, chain.size(), Integer.toHexString(chain.hashCode())));
    }

    /** What was appended and committed, in the order of the commits. */
    public List<Act> acts() {
        return List.copyOf(acts);
    }

    /** The actions of {@link #acts()}. */
    public List<String> actions() {
        return acts.stream().map(Act::action).toList();
    }
}
