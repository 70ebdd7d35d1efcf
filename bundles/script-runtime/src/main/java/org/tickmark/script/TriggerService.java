package org.tickmark.script;

import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentConstants;
import org.tickmark.api.event.EventHandler;
import org.tickmark.script.trigger.TriggerHandler;

/** The handler of the triggers as a service, registered for just their topics, and anew when they change. Safe for use from many threads. */
final class TriggerService implements AutoCloseable {
    /** What deliveries to it are kept under. */
    private static final String NAME = "org.tickmark.script.triggers";

    private final BundleContext context;
    private ServiceRegistration<EventHandler> registration;
    private boolean closed;

    TriggerService(BundleContext context) {
        this.context = context;
    }

    /** Registers a handler before the one before it is taken back, so that no event is missed. */
    void replace(TriggerHandler handler) {
        unregister(exchanged(handler));
    }

    private synchronized ServiceRegistration<EventHandler> exchanged(TriggerHandler handler) {
        ServiceRegistration<EventHandler> before = registration;
        registration = handler.topics().isEmpty() || closed ? null : registered(handler);
        return before;
    }

    private ServiceRegistration<EventHandler> registered(TriggerHandler handler) {
        return context.registerService(
                EventHandler.class,
                handler,
                FrameworkUtil.asDictionary(Map.of(
                        EventHandler.TOPIC,
                        handler.topics().toArray(String[]::new),
                        ComponentConstants.COMPONENT_NAME,
                        NAME)));
    }

    private static void unregister(ServiceRegistration<EventHandler> before) {
        if (before != null) {
            before.unregister();
        }
    }

    @Override
    public void close() {
        ServiceRegistration<EventHandler> last;
        synchronized (this) {
            closed = true;
            last = registration;
            registration = null;
        }
        unregister(last);
    }
}
