package org.tickmark.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reacts to what happens in Tickmark. Registered as a service with the property {@link #TOPIC}: one or several topics, or
 * beginnings of topics that end in {@code *}.
 *
 * <ul>
 *   <li>EH-01: {@link #before} is called outside any transaction, in the order of service ranking (highest first), then
 *       service id. The first block ends it; later handlers see the changes of earlier ones.
 *   <li>EH-02: an exception from {@link #before} counts as a block and names the handler.
 *   <li>EH-03: {@link #after} is called at least once for each event recorded while the handler is registered, in the order
 *       of event ids unless an earlier delivery failed.
 *   <li>EH-04: an exception from {@link #after} is logged and the delivery repeated with growing delay; after ten attempts
 *       it is given up and stays visible in the table {@code event_delivery}.
 *   <li>EH-05: handlers are called by one thread at a time.
 * </ul>
 */
@ConsumerType
public interface EventHandler {
    /** Service property: the topics handled; type {@code String+}, required. */
    String TOPIC = "tickmark.event";

    /** Lets a proposal pass, changes or blocks it. */
    default Verdict before(Proposal proposal) {
        return Verdict.pass();
    }

    /** Reacts to an event. */
    default void after(Event event) {}
}
