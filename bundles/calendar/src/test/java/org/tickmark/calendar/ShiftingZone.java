package org.tickmark.calendar;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A zone whose rules a test may change, as those of the world change now and then. */
final class ShiftingZone extends ZoneRulesProvider {
    /** What it is called. */
    static final String ID = "Test/Shifting";

    private static volatile ZoneRules rules = ZoneId.of("Europe/Oslo").getRules();

    static {
        registerProvider(new ShiftingZone());
    }

    private ShiftingZone() {}

    /** From now on its clocks are set by these rules. */
    static void follow(ZoneRules others) {
        rules = others;
    }

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(ID);
    }

    /** Nobody may keep them. */
    @Override
    protected ZoneRules provideRules(String zone, boolean forCaching) {
        return forCaching ? null : rules;
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
        return new TreeMap<>(Map.of("1", rules));
    }
}
