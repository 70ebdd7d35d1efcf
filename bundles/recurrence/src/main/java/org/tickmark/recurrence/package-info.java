/**
 * Rules that recur in calendar time, compiled once and then asked at a cost that does not depend on how far away the date is.
 *
 * <p>A pure library: no input or output, no services, no clock of its own; it can be used as a plain jar. All types are
 * immutable and safe for use from many threads. Nothing is null: a method that may have no answer returns an
 * {@link java.util.Optional} or an {@link java.util.OptionalLong}.
 */
@Export
@Version("1.0.0")
package org.tickmark.recurrence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
