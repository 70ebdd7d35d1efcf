package org.tickmark.api.task;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tickmark.api.message.Message;

/**
 * What a run that succeeded brought. Immutable.
 *
 * @param summary what was done, in one line
 * @param sent how many items were sent or written, 0 or more
 * @param received how many items were received or read, 0 or more
 * @param data what is passed on to the tasks that follow; at most {@link #MOST_DATA} names
 * @param parts further runs of the same task that any free node may take; the run ends when they have ended, and fails if
 *     one of them failed for good. A part has no parts of its own
 */
public record TaskResult(Message summary, long sent, long received, Map<String, String> data, List<Part> parts) {
    /** How many names the data may have. */
    public static final int MOST_DATA = 64;

    /**
     * A further run.
     *
     * @param name what to tell it by, unique among the parts
     * @param parameters values that take the place of those of the task
     */
    public record Part(String name, Map<String, String> parameters) {
        public Part {
            Objects.requireNonNull(name, "name");
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }
    }

    public TaskResult {
        Objects.requireNonNull(summary, "summary");
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
        parts = List.copyOf(parts);
        if (sent < 0 || received < 0) {
            throw new IllegalArgumentException("sent " + sent + ", received " + received + ": expected 0 or more");
        }
        if (data.size() > MOST_DATA) {
            throw new IllegalArgumentException(data.size() + " names: expected at most " + MOST_DATA);
        }
    }

    /** The result of work that counts nothing. */
    public static TaskResult of(Message summary) {
        return new TaskResult(summary, 0, 0, Map.of(), List.of());
    }

    /** The same result with these counts. */
    public TaskResult items(long itemsSent, long itemsReceived) {
        return new TaskResult(summary, itemsSent, itemsReceived, data, parts);
    }

    /** The same result with data to pass on. */
    public TaskResult passing(Map<String, String> passed) {
        return new TaskResult(summary, sent, received, passed, parts);
    }

    /** The same result with further runs. */
    public TaskResult splitInto(List<Part> runs) {
        return new TaskResult(summary, sent, received, data, runs);
    }
}
