package org.tickmark.platform.event;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.osgi.framework.Constants;
import org.osgi.service.component.ComponentConstants;
import org.tickmark.api.event.EventHandler;

/** A registered {@link EventHandler} with what its service properties say, called only until it is retired. */
final class Handler {
    /** Highest ranking first, then the oldest. */
    static final Comparator<Handler> ORDER =
            Comparator.comparingInt(Handler::ranking).reversed().thenComparingLong(Handler::serviceId);

    private final EventHandler service;
    private final String name;
    private final List<String> topics;
    private final int ranking;
    private final long serviceId;
    /** Held for reading while the handler is called, for writing while it is retired. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private volatile boolean retired;

    private Handler(EventHandler service, String name, List<String> topics, int ranking, long serviceId) {
        this.service = service;
        this.name = name;
        this.topics = topics;
        this.ranking = ranking;
        this.serviceId = serviceId;
    }

    /** The handler that a service is; without topics if its properties name none. */
    static Handler of(EventHandler service, Map<String, ?> properties) {
        Object component = properties.get(ComponentConstants.COMPONENT_NAME);
        return new Handler(
                service,
                component == null ? service.getClass().getName() : component.toString(),
                texts(properties.get(EventHandler.TOPIC)),
                properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                properties.get(Constants.SERVICE_ID) instanceof Long id ? id : Long.MAX_VALUE);
    }

    private static List<String> texts(Object property) {
        if (property instanceof String text) {
            return List.of(text);
        }
        if (property instanceof String[] texts) {
            return List.of(texts);
        }
        if (property instanceof Collection<?> texts) {
            return texts.stream().map(String::valueOf).toList();
        }
        return List.of();
    }

    /** What its deliveries are kept under: the name of its component, or of its class. */
    String name() {
        return name;
    }

    List<String> topics() {
        return topics;
    }

    boolean is(EventHandler other) {
        return service.equals(other);
    }

    boolean handles(String topic) {
        return topics.stream().anyMatch(pattern -> matches(pattern, topic));
    }

    private static boolean matches(String pattern, String topic) {
        return pattern.endsWith("*")
                ? topic.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(topic);
    }

    /**
     * Calls the handler.
     *
     * @return what it returns; empty if it has been retired
     */
    <T> Optional<T> call(Function<EventHandler, T> call) {
        use.readLock().lock();
        try {
            return retired ? Optional.empty() : Optional.of(Objects.requireNonNull(call.apply(service), name));
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * Lets the calls that are under way end, and no other begin.
     *
     * @return false if a call was still under way after that time; it is the last one
     */
    boolean retire(Duration patience) {
        // A handler that unregisters itself cannot wait for its own call.
        boolean alone = use.getReadHoldCount() == 0 && tryAlone(patience);
        retired = true;
        if (alone) {
            use.writeLock().unlock();
        }
        return alone || use.getReadHoldCount() > 0;
    }

    private boolean tryAlone(Duration patience) {
        try {
            return use.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int ranking() {
        return ranking;
    }

    private long serviceId() {
        return serviceId;
    }

    @Override
    public String toString() {
        return name;
    }
}
