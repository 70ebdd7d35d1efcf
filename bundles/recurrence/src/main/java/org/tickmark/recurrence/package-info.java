/**
 * Rules that recur in calendar time, compiled once and then asked at a cost that does not depend on how far away the date is.
 *
 * <p>A pure library: no input or output, no services, no clock of its own; it can be used as a plain jar. All types are
 * immutable and safe for use from many threads. Nothing is null: a method that may have no answer returns an
 * {@link java.util.Optional} or, on primitive longs, {@link org.tickmark.recurrence.Sequence#NONE}.
 *
 * <h2>How the types go together</h2>
 * <ol>
 *   <li>A {@link org.tickmark.recurrence.Moment} is a point in calendar time of one of four kinds (date, floating, zoned, UTC)
 *       that are never mixed silently. Starts, ends, added and excluded dates are moments.
 *   <li>A {@link org.tickmark.recurrence.Rule} is a value that says how something recurs, without start and zone.
 *       {@link org.tickmark.recurrence.RecurrenceRule} is the rule of RFC 5545; other packages add rules of their own. A rule
 *       names its {@link org.tickmark.recurrence.Timeline} and its {@link org.tickmark.recurrence.End}.
 *   <li>{@link org.tickmark.recurrence.Rule#sequence} puts a rule to a start and gives a
 *       {@link org.tickmark.recurrence.Sequence}: an ascending sequence of seconds, each question about which is answered by
 *       arithmetic. It is the one abstraction that everything is compiled into; zones, ends, sets and series wrap it.
 *   <li>{@link org.tickmark.recurrence.Recurrence} is the compiled form: rules, single dates and policies put to a start. It
 *       applies each rule's end, puts wall-clock seconds on the line of instants by
 *       {@link org.tickmark.recurrence.GapPolicy} and {@link org.tickmark.recurrence.OverlapPolicy}, merges and removes. It is
 *       a sequence itself, and answers in moments and instants as well.
 * </ol>
 *
 * <p>Text that cannot be read is refused with a {@link org.tickmark.recurrence.RuleSyntaxException} that tells the place. The
 * supported range is the years 1 to 9999; it ends what goes on for ever.
 */
@Export
@Version("1.0.0")
package org.tickmark.recurrence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
