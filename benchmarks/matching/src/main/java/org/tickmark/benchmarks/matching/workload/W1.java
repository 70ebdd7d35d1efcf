package org.tickmark.benchmarks.matching.workload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The workload W1: events of a Swedish company in 90 days from Thursday 2026-01-01, each a match or something that must stay open.
 * Any event can be made alone. What the texts look like, and in which order random numbers are drawn, is written down in
 * {@code benchmarks/README.md}.
 */
public final class W1 implements Workload {
    private static final long PRICES = -1;
    private static final long NAMES = -2;

    private final Settings settings;
    private final Amounts amounts;
    private final Names names;
    private final Zipf parties;

    /**
     * What makes a workload.
     *
     * @param events how many events
     * @param listed share of amounts from a price list, from 0 to 1: the dial for ambiguity
     * @param sums per cent of events that are deposits or part payments: 0, 16 or 32
     * @param seed any number
     */
    public record Settings(long events, double listed, int sums, long seed) {}

    public W1(Settings settings) {
        this.settings = settings;
        this.amounts = new Amounts(settings.listed(), SplitMix.stream(settings.seed(), PRICES));
        this.names = new Names(SplitMix.stream(settings.seed(), NAMES));
        this.parties = new Zipf(Math.toIntExact(Math.max(50, settings.events() / 40)), 1.05);
    }

    @Override
    public String name() {
        return "w1";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("events", settings.events());
        told.put("q", Double.toString(settings.listed()));
        told.put("sums", settings.sums());
        told.put("seed", settings.seed());
        return told;
    }

    @Override
    public void forEach(Consumer<Group> sink) {
        for (long event = 1; event <= settings.events(); event++) {
            event(event, sink);
        }
    }

    /**
     * Makes an event alone.
     *
     * @param event from 1 to the number of events
     */
    public void event(long event, Consumer<Group> sink) {
        SplitMix random = SplitMix.stream(settings.seed(), event);
        W1Type type = W1Type.of(random.below(1000), settings.sums());
        type.make(new W1Event(event, random, names.name(parties.draw(random)), amounts), sink);
    }
}
