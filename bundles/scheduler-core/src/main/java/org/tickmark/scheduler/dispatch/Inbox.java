package org.tickmark.scheduler.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tickmark.scheduler.run.DueRow;
import org.tickmark.scheduler.run.Signal;

/** What the dispatcher is told until it looks. Safe for use from many threads. */
public final class Inbox implements Signal {
    /** Beyond this many rows it is quicker to read anew. */
    private static final int MOST_ROWS = 4096;

    private final ReentrantLock guard = new ReentrantLock();
    private final Condition arrived = guard.newCondition();
    private final List<DueRow> rows = new ArrayList<>();
    private final Map<Long, String> cancelled = new LinkedHashMap<>();
    private boolean changed;
    private boolean woken;

    /**
     * What has arrived.
     *
     * @param rows rows that were added
     * @param changed whether anything else may have changed
     * @param cancelled runs that are to stop, with the reason
     */
    record Mail(List<DueRow> rows, boolean changed, Map<Long, String> cancelled) {}

    @Override
    public void due(List<DueRow> added) {
        if (added.isEmpty()) {
            return;
        }
        guard.lock();
        try {
            if (rows.size() + added.size() > MOST_ROWS) {
                rows.clear();
                changed = true;
            } else {
                rows.addAll(added);
            }
            wakeUp();
        } finally {
            guard.unlock();
        }
    }

    @Override
    public void changed() {
        guard.lock();
        try {
            changed = true;
            wakeUp();
        } finally {
            guard.unlock();
        }
    }

    @Override
    public void cancelled(long runId, String reason) {
        guard.lock();
        try {
            cancelled.put(runId, reason);
            wakeUp();
        } finally {
            guard.unlock();
        }
    }

    /** Something happened that lets the dispatcher go on, such as the end of a run. */
    void wake() {
        guard.lock();
        try {
            wakeUp();
        } finally {
            guard.unlock();
        }
    }

    private void wakeUp() {
        woken = true;
        arrived.signalAll();
    }

    /** Takes out what has arrived. */
    Mail take() {
        guard.lock();
        try {
            Mail mail = new Mail(List.copyOf(rows), changed, new LinkedHashMap<>(cancelled));
            rows.clear();
            cancelled.clear();
            changed = false;
            woken = false;
            return mail;
        } finally {
            guard.unlock();
        }
    }

    /** Waits until something arrives, at most this long; negative: however long it takes. */
    void await(long nanos) throws InterruptedException {
        guard.lock();
        try {
            long left = nanos;
            while (!woken && (nanos < 0 || left > 0)) {
                if (nanos < 0) {
                    arrived.await();
                } else {
                    left = arrived.awaitNanos(left);
                }
            }
        } finally {
            guard.unlock();
        }
    }
}
