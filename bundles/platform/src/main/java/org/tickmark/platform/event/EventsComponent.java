package org.tickmark.platform.event;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tickmark.api.Caller;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.setting.Settings;

/** Registers {@link Events} and runs the dispatcher. */
@Component(name = "org.tickmark.platform.events", immediate = true)
public final class EventsComponent implements Events {
    private final Handlers handlers = new Handlers();
    private final Dispatcher dispatcher;
    private final Events events;

    @Activate
    public EventsComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.platform)") Transactions transactions,
            @Reference Locks locks,
            @Reference Clock clock,
            @Reference Settings settings) {
        EventDelivery delivery = new EventDelivery(transactions, handlers, clock);
        EventRetention retention = new EventRetention(transactions, clock, settings.get(EventSettings.KEEP_FOR));
        this.dispatcher = new Dispatcher(delivery, retention, locks);
        this.events = new JdbcEvents(handlers, clock, dispatcher::wake);
    }

    @Activate
    void start() {
        dispatcher.start();
    }

    @Deactivate
    void stop() {
        dispatcher.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHandler(EventHandler handler, Map<String, ?> properties) {
        handlers.add(handler, properties);
        dispatcher.wake();
    }

    void removeHandler(EventHandler handler) {
        handlers.remove(handler);
    }

    @Override
    public Proposal propose(Proposal proposal) {
        return events.propose(proposal);
    }

    @Override
    public void record(Tx tx, Caller caller, String topic, String subject, Map<String, String> fields)
            throws SQLException {
        events.record(tx, caller, topic, subject, fields);
    }
}
