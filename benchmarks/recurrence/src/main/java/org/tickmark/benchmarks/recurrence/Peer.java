package org.tickmark.benchmarks.recurrence;

import java.util.Arrays;
import java.util.List;

/** The libraries, each asked by the quickest way it has. */
enum Peer {
    TICKMARK("Tickmark") {
        @Override
        Compiled compile(CommonRule rule, Clock clock) {
            return TickmarkRule.compile(rule.text(), clock);
        }
    },
    LIB_RECUR("lib-recur") {
        @Override
        Compiled compile(CommonRule rule, Clock clock) {
            return LibRecurRule.compile(rule.text(), clock);
        }
    },
    ICAL4J("ical4j") {
        @Override
        Compiled compile(CommonRule rule, Clock clock) {
            return Ical4jRule.compile(rule.text(), clock);
        }
    },
    BIWEEKLY("biweekly") {
        @Override
        Compiled compile(CommonRule rule, Clock clock) {
            return BiweeklyRule.compile(rule.text(), clock);
        }
    },
    CRON_UTILS("cron-utils") {
        @Override
        boolean canSay(CommonRule rule) {
            return rule.cron().isPresent();
        }

        @Override
        Compiled compile(CommonRule rule, Clock clock) {
            return CronUtilsRule.compile(rule.cron().orElseThrow(), clock);
        }
    };

    private final String shownName;

    Peer(String shownName) {
        this.shownName = shownName;
    }

    String shownName() {
        return shownName;
    }

    boolean canSay(CommonRule rule) {
        return true;
    }

    /** Reads the rule and puts it to the start. */
    abstract Compiled compile(CommonRule rule, Clock clock);

    /** Those that can say a rule, Tickmark first. */
    static List<Peer> of(CommonRule rule) {
        return Arrays.stream(values()).filter(peer -> peer.canSay(rule)).toList();
    }
}
