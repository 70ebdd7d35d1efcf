package org.tickmark.platform.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.event.EventHandler;

/** The handlers that are registered. Safe for use from many threads. */
final class Handlers {
    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Handler> handlers = new CopyOnWriteArrayList<>();

    void add(EventHandler service, Map<String, ?> properties) {
        Handler handler = Handler.of(service, properties);
        if (handler.topics().isEmpty()) {
            LOG.warn("{} handles nothing: the service property {} names no topic", handler, EventHandler.TOPIC);
        }
        handlers.add(handler);
    }

    /** Forgets a handler; returns when no call to it is under way, or after ten seconds. */
    void remove(EventHandler service) {
        List<Handler> gone =
                handlers.stream().filter(handler -> handler.is(service)).toList();
        handlers.removeAll(gone);
        gone.forEach(Handlers::retire);
    }

    private static void retire(Handler handler) {
        if (!handler.retire(PATIENCE)) {
            LOG.warn("{} is gone, but still at work on an event after {} s", handler, PATIENCE.toSeconds());
        }
    }

    /** The handlers of a topic, in the order in which they are asked. */
    List<Handler> of(String topic) {
        return handlers.stream()
                .filter(handler -> handler.handles(topic))
                .sorted(Handler.ORDER)
                .toList();
    }

    /** The handlers of this name; usually one. */
    List<Handler> named(String name) {
        return handlers.stream().filter(handler -> handler.name().equals(name)).toList();
    }

    /** The names of all handlers. */
    Set<String> names() {
        return handlers.stream().map(Handler::name).collect(Collectors.toSet());
    }
}
