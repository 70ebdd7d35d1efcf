package org.tickmark.scheduler.task;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Tx;
import org.tickmark.scheduler.task.Changes.Change;

/** Writes down who did what to tasks: the audit stream {@code tasks}, and the events {@code task.*}. */
final class TaskJournal {
    private static final String STREAM = "tasks";

    /** Of more tasks than this only the first are named; what was saved of each is among its revisions. */
    private static final int NAMED = 100;

    private final Audit audit;
    private final Events events;

    TaskJournal(Audit audit, Events events) {
        this.audit = audit;
        this.events = events;
    }

    void saved(Tx tx, Caller caller, Changes changes) throws SQLException {
        List<String> names = changes.real().stream()
                .map(change -> change.definition().name())
                .toList();
        if (names.size() == 1) {
            Change only = changes.real().get(0);
            int revision = only.standing().map(StandingTask::revision).orElse(0) + 1;
            act(
                    tx,
                    caller,
                    "save",
                    "task.saved",
                    "task/" + names.get(0),
                    Map.of(
                            "revision", String.valueOf(revision),
                            "executor", only.definition().executor(),
                            "schedule", only.definition().timing().schedule(),
                            "owner", only.definition().owner(),
                            "active", String.valueOf(only.definition().active())));
        } else {
            act(tx, caller, "save", "task.saved", "tasks", of(names));
        }
    }

    /** Something done to tasks. */
    void done(Tx tx, Caller caller, String what, Collection<String> names, Map<String, String> more)
            throws SQLException {
        Map<String, String> details = new TreeMap<>(more);
        String subject = "tasks";
        if (names.size() == 1) {
            subject = "task/" + names.iterator().next();
        } else {
            details.putAll(of(names));
        }
        act(tx, caller, what, "task." + what, subject, details);
    }

    private static Map<String, String> of(Collection<String> names) {
        return Map.of(
                "count", String.valueOf(names.size()),
                "names", names.stream().limit(NAMED).collect(Collectors.joining(" ")));
    }

    private void act(Tx tx, Caller caller, String action, String topic, String subject, Map<String, String> details)
            throws SQLException {
        audit.append(tx, caller, new Audit.Act(STREAM, "task." + action, subject, details));
        events.record(tx, caller, topic, subject, details);
    }
}
