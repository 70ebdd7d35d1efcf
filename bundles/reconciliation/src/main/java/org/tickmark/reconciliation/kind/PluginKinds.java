package org.tickmark.reconciliation.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.Kinds;

/** The kinds that are registered just now. Of several of one name the one with the highest ranking counts, then the oldest. Safe for use from many threads. */
public final class PluginKinds implements AddedKinds {
    private static final Logger LOG = LoggerFactory.getLogger(PluginKinds.class);
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /**
     * A kind as it is registered.
     *
     * @param name its name
     * @param service what the plugin registered
     * @param guarded what rules get of it
     * @param ranking the highest counts
     * @param serviceId then the lowest
     */
    private record Entry(String name, RuleKind service, GuardedKind guarded, int ranking, long serviceId) {}

    /** A kind has come. */
    public void add(RuleKind service, Map<String, ?> properties) {
        if (!(properties.get(RuleKind.RULE) instanceof String name)
                || !name.matches(NAME)
                || Kinds.own().contains(name)) {
            LOG.warn(
                    "{} matches nothing: its service property {} is {}, expected words of a-z and 0-9 joined by"
                            + " hyphens, and none of {}",
                    service.getClass().getName(),
                    RuleKind.RULE,
                    properties.get(RuleKind.RULE),
                    Kinds.own());
            return;
        }
        entries.add(new Entry(
                name,
                service,
                new GuardedKind(name, service, GuardedKind.Patience.USUAL),
                properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                properties.get(Constants.SERVICE_ID) instanceof Long id ? id : Long.MAX_VALUE));
    }

    /** A kind goes: no rule gets it any more, and those that it is at work for are told to stop and waited for. */
    public void remove(RuleKind service) {
        List<Entry> going =
                entries.stream().filter(entry -> entry.service() == service).toList();
        entries.removeAll(going);
        going.forEach(entry -> entry.guarded().leave());
    }

    @Override
    public Optional<RuleKind> named(String name) {
        return guarded(name).map(kind -> kind);
    }

    @Override
    public SortedSet<String> names() {
        return entries.stream().map(Entry::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public AddedKinds inHaste() {
        return name -> guarded(name).map(kind -> kind.with(GuardedKind.Patience.SHORT));
    }

    private Optional<GuardedKind> guarded(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .min(Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::serviceId))
                .map(Entry::guarded);
    }
}
