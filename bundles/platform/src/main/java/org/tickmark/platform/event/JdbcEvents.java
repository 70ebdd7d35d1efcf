package org.tickmark.platform.event;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.event.Event;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Tx;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** Events whose deliveries are kept in the database. */
final class JdbcEvents implements Events {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcEvents.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(JdbcEvents.class);
    private static final long NOT_YET = 0;

    private final Handlers handlers;
    private final Clock clock;
    private final Runnable afterRecording;

    /**
     * Events for these handlers.
     *
     * @param afterRecording run after each commit with an event that a handler is owed
     */
    JdbcEvents(Handlers handlers, Clock clock, Runnable afterRecording) {
        this.handlers = handlers;
        this.clock = clock;
        this.afterRecording = afterRecording;
    }

    @Override
    public Proposal propose(Proposal proposal) {
        Proposal current = proposal;
        for (Handler handler : handlers.of(proposal.topic())) {
            current = asked(handler, current);
        }
        return current;
    }

    private static Proposal asked(Handler handler, Proposal proposal) {
        Verdict verdict;
        Proposal changed;
        try {
            verdict = handler.call(service -> service.before(proposal)).orElseGet(Verdict::pass);
            changed = proposal.with(verdict.changes());
        } catch (Exception | LinkageError | StackOverflowError e) {
            LOG.warn("{} failed when it was asked about {}", handler, proposal.topic(), e);
            throw blocked(proposal, MESSAGES.message("event.handler.failed", handler.name()))
                    .found(e.toString())
                    .advice(MESSAGES.message("event.handler.failed.advice"))
                    .exception(e);
        }
        verdict.blockedBecause().ifPresent(because -> {
            throw blocked(proposal, MESSAGES.message("event.blocked", handler.name(), because))
                    .exception();
        });
        return changed;
    }

    private static Problem.Builder blocked(Proposal proposal, Message what) {
        return Problem.error("event.blocked", what).where(proposal.topic() + " " + proposal.subject());
    }

    @Override
    public void record(Tx tx, Caller caller, String topic, String subject, Map<String, String> fields)
            throws SQLException {
        Set<String> owed = handlers.of(topic).stream().map(Handler::name).collect(Collectors.toSet());
        Event event = new Event(NOT_YET, topic, subject, clock.instant(), caller.identity(), fields);
        EventTable.record(tx, event, owed);
        if (!owed.isEmpty()) {
            tx.afterCommit(afterRecording);
        }
    }
}
