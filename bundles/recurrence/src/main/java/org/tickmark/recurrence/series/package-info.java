/**
 * Series: a rule with what was changed by hand, what can be done to it, and where two of them conflict.
 *
 * <p>A {@link org.tickmark.recurrence.series.Series} puts {@link org.tickmark.recurrence.series.Deviation}s (excluded, changed and
 * added occurrences, keyed by their original moments) on top of a {@link org.tickmark.recurrence.Recurrence}; nothing is stored for
 * the other occurrences. {@link org.tickmark.recurrence.series.SeriesEditor} says what an edit would leave and what it amounts to,
 * without making it: a {@link org.tickmark.recurrence.series.SeriesChange} or the reason why it is refused.
 * {@link org.tickmark.recurrence.series.Conflicts} finds where two series take place at the same time, or proves that they never do.
 * {@link org.tickmark.recurrence.series.RuleText} writes every rule of a series as text.
 *
 * <p>All types are immutable and safe for use from many threads. Nothing is null.
 */
@Export
@Version("1.0.0")
package org.tickmark.recurrence.series;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
