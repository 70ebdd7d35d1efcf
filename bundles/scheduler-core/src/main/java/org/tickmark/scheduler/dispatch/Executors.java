package org.tickmark.scheduler.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.task.TaskExecutor;

/** The executors that are registered just now. Of several of one name the one with the highest ranking counts, then the oldest. Safe for use from many threads. */
public final class Executors {
    private static final Logger LOG = LoggerFactory.getLogger(Executors.class);
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private volatile Runnable listener = () -> {};

    /**
     * An executor as it is registered.
     *
     * @param name its name
     * @param bundle symbolic name and version of its bundle
     * @param service the executor
     * @param ranking the highest counts
     * @param serviceId then the lowest
     */
    record Entry(String name, String bundle, TaskExecutor service, int ranking, long serviceId) {}

    /** Lets someone hear that executors have come or gone. */
    void listen(Runnable heard) {
        listener = heard;
    }

    /** An executor has come. */
    public void add(TaskExecutor service, Map<String, ?> properties, String bundle) {
        if (!(properties.get(TaskExecutor.EXECUTOR) instanceof String name) || !name.matches(NAME)) {
            LOG.warn(
                    "{} runs nothing: its service property {} is {}, expected words of a-z and 0-9 joined by hyphens",
                    service.getClass().getName(),
                    TaskExecutor.EXECUTOR,
                    properties.get(TaskExecutor.EXECUTOR));
            return;
        }
        entries.add(new Entry(
                name,
                bundle,
                service,
                properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                properties.get(Constants.SERVICE_ID) instanceof Long id ? id : Long.MAX_VALUE));
        listener.run();
    }

    /** An executor goes: nothing begins with it any more. */
    public void remove(TaskExecutor service) {
        entries.removeIf(entry -> entry.service().equals(service));
        listener.run();
    }

    /** The names of those that are there. */
    SortedSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        entries.forEach(entry -> names.add(entry.name()));
        return names;
    }

    /** The executor of a name. */
    Optional<TaskExecutor> named(String name) {
        return entry(name).map(Entry::service);
    }

    private Optional<Entry> entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .min(Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::serviceId));
    }

    /** All that are there, ordered by name. */
    public List<Tasks.Executor> all() {
        List<Tasks.Executor> all = new ArrayList<>();
        for (String name : names()) {
            entry(name)
                    .ifPresent(entry -> all.add(new Tasks.Executor(
                            name,
                            entry.bundle(),
                            entry.service().summary(),
                            entry.service().parameters())));
        }
        return all;
    }
}
