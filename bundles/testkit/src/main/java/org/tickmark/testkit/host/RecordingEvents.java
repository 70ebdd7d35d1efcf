package org.tickmark.testkit.host;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.event.Event;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Tx;

/** Events that asks the before-handlers it was given, and keeps in memory what was recorded and committed. */
public final class RecordingEvents implements Events {
    private final Clock clock;
    private final List<EventHandler> handlers;
    private final List<Event> recorded = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();

    /** Events with handlers for every topic, asked in this order. */
    public RecordingEvents(Clock clock, EventHandler... handlers) {
        this.clock = clock;
        this.handlers = List.of(handlers);
    }

    @Override
    public Proposal propose(Proposal proposal) {
        Proposal current = proposal;
        for (EventHandler handler : handlers) {
            Verdict verdict = handler.before(current);
            if (verdict.blockedBecause().isPresent()) {
                throw Problem.error("event.blocked", verdict.blockedBecause().get())
                        .where(proposal.topic())
                        .exception();
            }
            current = current.with(verdict.changes());
        }
        return current;
    }

    @Override
    public void record(Tx tx, Caller caller, String topic, String subject, Map<String, String> fields) {
        Event event = new Event(ids.incrementAndGet(), topic, subject, clock.instant(), caller.identity(), fields);
        tx.afterCommit(() -> recorded.add(event));
    }

    /** What was recorded and committed, in the order of the commits. */
    public List<Event> recorded() {
        return List.copyOf(recorded);
    }

    /** The topics of {@link #recorded()}. */
    public List<String> topics() {
        return recorded.stream().map(Event::topic).toList();
    }
}
