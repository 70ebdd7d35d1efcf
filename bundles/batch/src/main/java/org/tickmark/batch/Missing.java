package org.tickmark.batch;

import java.time.Instant;
import java.util.Optional;

/**
 * A run that was to begin and did not.
 *
 * @param after the end of the time before, exclusive
 * @param by when it was to have begun, inclusive
 * @param last the newest run there is
 */
record Missing(Instant after, Instant by, Optional<EndedRun> last) {}
