package org.tickmark.api.script;

import java.time.Duration;

/**
 * What a run has used so far, in the units of {@link ScriptLimits}.
 *
 * @param steps steps taken
 * @param time time spent, without pauses and waits
 * @param memory bytes its values took at most, counted from above: what is freed counts until the next time that values are weighed
 * @param output characters written
 */
public record ScriptUsage(long steps, Duration time, long memory, long output) {}
