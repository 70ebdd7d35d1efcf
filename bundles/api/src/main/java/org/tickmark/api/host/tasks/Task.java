package org.tickmark.api.host.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.message.Message;

/**
 * A task: its definition and how it stands.
 *
 * @param id its key
 * @param definition what it does
 * @param revision number of its definition, from 1
 * @param next when it runs next by itself; empty for never, or when it depends on others
 * @param last its last run that ended, or time that was dropped
 * @param lastSuccess when a run last succeeded
 * @param failures how many runs in a row failed for good
 * @param underWay keys of its runs under way
 * @param pause the pause it is in
 * @param waiting why it cannot run just now, such as an executor that is not there; empty when it can
 */
public record Task(
        long id,
        TaskDefinition definition,
        int revision,
        Optional<Instant> next,
        Optional<Run> last,
        Optional<Instant> lastSuccess,
        int failures,
        List<Long> underWay,
        Optional<Pause> pause,
        Optional<Message> waiting) {
    /**
     * A pause.
     *
     * @param until when it ends by itself; empty: when someone ends it
     * @param reason why
     * @param by who began it
     */
    public record Pause(Optional<Instant> until, String reason, String by) {
        public Pause {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
        }
    }

    public Task {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(lastSuccess, "lastSuccess");
        underWay = List.copyOf(underWay);
        Objects.requireNonNull(pause, "pause");
        Objects.requireNonNull(waiting, "waiting");
    }
}
