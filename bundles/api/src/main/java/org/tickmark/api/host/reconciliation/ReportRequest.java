package org.tickmark.api.host.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;

/**
 * A report that is asked for.
 *
 * @param kind what it is about
 * @param subject name of the group, or number of the run
 * @param date the last booking date that takes part; empty for the last on which anything is known to be booked, and for a run
 * @param knownAt the moment before which all was known that is told; empty for now, and for a run
 * @param format its format
 * @param locale its language
 */
public record ReportRequest(
        ReportKind kind,
        String subject,
        Optional<LocalDate> date,
        Optional<Instant> knownAt,
        ReportFormat format,
        Locale locale) {
    public ReportRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(locale, "locale");
        if (!kind.isOfGroup() && (date.isPresent() || knownAt.isPresent())) {
            throw new IllegalArgumentException("A report of kind " + kind.word() + " takes no date and no moment");
        }
    }

    /** A report of the last day and of what is known now. */
    public static ReportRequest of(ReportKind kind, String subject, ReportFormat format, Locale locale) {
        return new ReportRequest(kind, subject, Optional.empty(), Optional.empty(), format, locale);
    }

    /** The same of a day. */
    public ReportRequest on(Optional<LocalDate> day) {
        return new ReportRequest(kind, subject, day, knownAt, format, locale);
    }

    /** The same of what was known at a moment. */
    public ReportRequest knownAt(Optional<Instant> moment) {
        return new ReportRequest(kind, subject, date, moment, format, locale);
    }
}
