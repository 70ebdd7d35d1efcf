package org.tickmark.script.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tickmark.api.host.script.Triggers;

/** Keeps triggers from setting themselves off: within one another on a thread, and over and over through events. Safe for use from many threads. */
final class LoopGuard {
    private static final Duration SPAN = Duration.ofMinutes(1);

    /** When so many subjects are remembered, those of more than a minute ago are forgotten. */
    private static final int MANY = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();
    private final ThreadLocal<Set<String>> running = ThreadLocal.withInitial(HashSet::new);

    LoopGuard(Clock clock) {
        this.clock = clock;
    }

    /** A trigger begins to run on this thread; false if it is running on it already. */
    boolean enter(String trigger) {
        return running.get().add(trigger);
    }

    /** A trigger has run on this thread. */
    void leave(String trigger) {
        running.get().remove(trigger);
        if (running.get().isEmpty()) {
            running.remove();
        }
    }

    /** Counts that a trigger fires; false if it has done so too often within a minute. */
    synchronized boolean allows(String trigger, String subject) {
        Instant now = clock.instant();
        if (recent.size() > MANY) {
            recent.values().removeIf(times -> times.peekLast().isBefore(now.minus(SPAN)));
        }
        boolean inAll = count(trigger, Triggers.MOST, now);
        return count(trigger + " " + subject, Triggers.MOST_OF_SUBJECT, now) && inAll;
    }

    private boolean count(String what, int most, Instant now) {
        Deque<Instant> times = recent.computeIfAbsent(what, name -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(SPAN))) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return false;
        }
        times.addLast(now);
        return true;
    }

    /** Forgets how often a trigger has fired, since somebody has looked at it. */
    synchronized void forgive(String trigger) {
        recent.keySet().removeIf(what -> what.equals(trigger) || what.startsWith(trigger + " "));
    }

    /** How many triggers and subjects are remembered. */
    synchronized int remembered() {
        return recent.size();
    }
}
