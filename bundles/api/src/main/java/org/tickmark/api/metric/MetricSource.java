package org.tickmark.api.metric;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Figures of a bundle. Registered as a service; whoever publishes figures asks all of them.
 *
 * <ul>
 *   <li>MS-01: names begin with {@code tickmark_}; no two sources have a family of the same name.
 *   <li>MS-02: counters never go down while the process lives.
 *   <li>MS-03: asking changes nothing, takes milliseconds, and may be done from many threads.
 *   <li>MS-04: no label is a secret or personal, and the number of its values is bounded.
 * </ul>
 */
@ConsumerType
public interface MetricSource {
    /** The figures as they are now, ordered by name. */
    List<MetricFamily> metrics();
}
