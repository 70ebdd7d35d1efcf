/**
 * Rules in the forms that people and other programs write them in, each a closed type that cannot be built wrong.
 *
 * <p>{@link RuleForm} is any of them: the follow-up patterns of the original ({@link PatternRule}), the frequencies of a
 * scheduled task ({@link TaskFrequency}), Unix and Quartz cron ({@link UnixCron}, {@link QuartzCron}) and RFC 5545
 * ({@link Rrule}). Each has a canonical text; {@link Rules#parse} reads any of them back.
 *
 * <p>All types are immutable and safe for use from many threads. Nothing is null.
 */
@Export
@Version("1.0.0")
package org.tickmark.recurrence.form;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
