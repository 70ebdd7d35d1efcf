package org.tickmark.web.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tickmark.api.Caller;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** The views that are there just now. Of two of the same id the one of higher ranking, then of lower service id, is used (WV-07). Safe for use from many threads. */
public final class Views {
    private static final Comparator<Entry> PREFERRED =
            Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::serviceId);
    private static final Comparator<Shown> PLACE = Comparator.comparing(
                    (Shown shown) -> shown.spec().perspective())
            .thenComparing(shown -> shown.spec().order())
            .thenComparing(shown -> shown.spec().id());

    private final List<Entry> entries = new ArrayList<>();
    private volatile Map<String, Shown> byId = Map.of();
    private final AtomicLong revision = new AtomicLong();

    /** A view with its spec, asked for once. */
    record Shown(WorkbenchView view, ViewSpec spec) {}

    private record Entry(Shown shown, int ranking, long serviceId) {}

    /** Adds a view. */
    public synchronized void add(WorkbenchView view, int ranking, long serviceId) {
        entries.add(new Entry(new Shown(view, Objects.requireNonNull(view.spec(), "spec")), ranking, serviceId));
        index();
    }

    /** Removes a view; one that was not added is ignored. */
    public synchronized void remove(WorkbenchView view) {
        entries.removeIf(entry -> entry.shown().view() == view);
        index();
    }

    private void index() {
        Map<String, Shown> index = new LinkedHashMap<>();
        entries.stream()
                .sorted(PREFERRED)
                .forEach(entry -> index.putIfAbsent(entry.shown().spec().id(), entry.shown()));
        byId = index;
        revision.incrementAndGet();
    }

    /** Goes up when views come and go. */
    long revision() {
        return revision.get();
    }

    Optional<Shown> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All views, in the order in which they are shown. */
    List<ViewSpec> all() {
        return byId.values().stream().sorted(PLACE).map(Shown::spec).toList();
    }

    /** The views that somebody may see, in the order in which they are shown. */
    List<ViewSpec> of(Caller caller) {
        return all().stream().filter(spec -> caller.may(spec.permission())).toList();
    }

    /** The views of a perspective that somebody may see. */
    List<ViewSpec> of(Caller caller, Perspective perspective) {
        return of(caller).stream()
                .filter(spec -> spec.perspective() == perspective)
                .toList();
    }
}
