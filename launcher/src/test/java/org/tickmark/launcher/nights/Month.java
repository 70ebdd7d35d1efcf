package org.tickmark.launcher.nights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What goes wrong in which night, by seed.
 *
 * @param hitches what happens to each night as a whole
 * @param mishaps what happens to the files of a unit in a night; of those that are not in it, nothing
 */
record Month(List<Hitch> hitches, Map<Place, Mishap> mishaps) {
    /** One in so many files meets with a mishap. */
    private static final int EVERY = 5;

    /** What can happen to a night. */
    enum Hitch {
        NONE,
        /** Background jobs are switched off, that day. */
        OFF,
        /** Nothing starts the run. */
        MISSED,
        /** The run is killed after half of the units. */
        KILLED,
        /** Nobody takes mail. */
        NO_MAIL
    }

    /** What can happen to the files of a unit. */
    enum Mishap {
        NONE,
        /** The bank's file is cut off; the whole one comes the night after. */
        CUT,
        /** The bank's file comes a night later. */
        LATE,
        /** The folder of the bank's files is not there, that night. */
        GONE,
        /** A file that was taken before comes again. */
        TWICE,
        /** The ledger's file does not come. */
        NO_LEDGER
    }

    /** A unit in a night; both from 0. */
    record Place(int night, int unit) {}

    static Month of(long seed, int nights, int units) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        List<Hitch> hitches = new ArrayList<>(Collections.nCopies(nights, Hitch.NONE));
        List<Integer> free = new ArrayList<>();
        for (int night = 2; night < nights - 1; night++) {
            free.add(night);
        }
        Collections.shuffle(free, random);
        int next = 0;
        for (int round = 0; round < Math.max(1, nights / 10); round++) {
            for (Hitch hitch : List.of(Hitch.OFF, Hitch.MISSED, Hitch.KILLED, Hitch.NO_MAIL)) {
                hitches.set(free.get(next++), hitch);
            }
        }
        Map<Place, Mishap> mishaps = new HashMap<>();
        List<Mishap> kinds = List.of(Mishap.values()).subList(1, Mishap.values().length);
        for (int night = 1; night < nights; night++) {
            for (int unit = 0; unit < units; unit++) {
                if (random.nextInt(EVERY) == 0) {
                    mishaps.put(new Place(night, unit), kinds.get(random.nextInt(kinds.size())));
                }
            }
        }
        return new Month(List.copyOf(hitches), Map.copyOf(mishaps));
    }

    Mishap mishap(int night, int unit) {
        return mishaps.getOrDefault(new Place(night, unit), Mishap.NONE);
    }
}
