package org.tickmark.benchmarks.matching.workload;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Files as strangers bring them: the first quarter of a small company, in words, numbers and habits that differ from seed to seed, with cases
 * in which the tempting match is wrong. What belongs together is what a careful accountant takes for certain; what the accountant could
 * take or leave counts neither way; what the accountant would leave open must stay open, even if it belongs together.
 */
public final class Strangers implements Workload {
    private static final int MONTHS = 3;

    private final long seed;

    public Strangers(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "strangers";
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("seed", seed);
    }

    @Override
    public void forEach(Consumer<Group> sink) {
        Company company = new Company(seed);
        CustomerHabits customers = new CustomerHabits(company);
        HouseHabits house = new HouseHabits(company);
        for (int month = 0; month < MONTHS; month++) {
            customers.month(month);
            house.month(month);
        }
        new ReferenceTraps(company).set();
        new PartyTraps(company).set();
        new ArrayList<>(company.groups).forEach(sink);
    }
}
