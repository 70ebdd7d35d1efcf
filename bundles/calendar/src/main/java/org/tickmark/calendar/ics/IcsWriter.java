package org.tickmark.calendar.ics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.calendar.series.FieldRules;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Rows;
import org.tickmark.calendar.series.SeriesRules;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Length;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/**
 * Writes items as an iCalendar file: a series as one event with its rule, and one for each occurrence that was changed by hand.
 *
 * <p>Source: RFC 5545 sections 3.4, 3.6.1 and 3.8.4.4 to 3.8.5.3.
 */
public final class IcsWriter {
    /** A rule that RFC 5545 has no words for; its dates stand beside it. */
    static final String RULE = "X-TICKMARK-RULE";

    /** The start that such a rule is counted from. */
    static final String START = "X-TICKMARK-START";

    private static final String REFRESH = "PT1H";
    private static final String PRODUCT = "-//Tickmark//Calendar//EN";

    private Instant stamp;
    private final Instant horizon;
    private final ZoneId home;
    private Optional<String> name = Optional.empty();
    private final List<ContentLine> events = new ArrayList<>();
    private final Optional<String> method;
    private final Map<String, LocalDateTime> zones = new TreeMap<>();

    /**
     * A file of a moment.
     *
     * @param stamp when what is added was last changed, unless told otherwise
     * @param horizon how far dates are written that no rule of RFC 5545 gives
     */
    public IcsWriter(Instant stamp, Instant horizon, ZoneId home) {
        this(stamp, horizon, home, Optional.empty());
    }

    /** A message of a method (RFC 5546). */
    IcsWriter(Instant stamp, Instant horizon, ZoneId home, Optional<String> method) {
        this.method = method;
        this.stamp = stamp;
        this.horizon = horizon;
        this.home = home;
    }

    /** What is added from now on was last changed then. */
    public IcsWriter changed(Instant at) {
        stamp = at.truncatedTo(ChronoUnit.SECONDS);
        return this;
    }

    /** Gives the file a name, as of a calendar that is read again and again (RFC 7986, and what programs knew before it). */
    public IcsWriter named(String calendar) {
        name = Optional.of(calendar);
        return this;
    }

    /**
     * Adds an item.
     *
     * @param uid its name where it has not brought one from a file
     */
    public IcsWriter add(Item item, String uid) {
        if (item.content() instanceof Series series) {
            series(series, series.fields().getOrDefault(FieldRules.UID, uid));
        } else {
            Occurrence occurrence = ((Single) item.content()).occurrence();
            event(
                    occurrence.fields().getOrDefault(FieldRules.UID, uid),
                    occurrence.start(),
                    occurrence.length(),
                    occurrence.fields(),
                    List.of());
        }
        return this;
    }

    /** The file. */
    public String text() {
        List<ContentLine> lines = new ArrayList<>();
        lines.add(ContentLine.of("BEGIN", "VCALENDAR"));
        lines.add(ContentLine.of("VERSION", "2.0"));
        lines.add(ContentLine.of("PRODID", PRODUCT));
        name.ifPresent(calendar -> lines.addAll(headOf(calendar)));
        method.ifPresent(value -> lines.add(ContentLine.of("METHOD", value)));
        zones.forEach((id, from) -> lines.addAll(IcsZones.definition(ZoneId.of(id), from)));
        lines.addAll(events);
        lines.add(ContentLine.of("END", "VCALENDAR"));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.folded()));
        return text.toString();
    }

    private static List<ContentLine> headOf(String calendar) {
        String text = ContentLine.escaped(calendar);
        return List.of(
                ContentLine.of("NAME", text),
                ContentLine.of("X-WR-CALNAME", text),
                new ContentLine("REFRESH-INTERVAL", ";VALUE=DURATION", REFRESH),
                ContentLine.of("X-PUBLISHED-TTL", REFRESH));
    }

    private void series(Series series, String uid) {
        Moment first = series.recurrence().firstOccurrence().orElse(series.start());
        List<ContentLine> lines = new ArrayList<>();
        if (series.rule() instanceof RecurrenceRule rule) {
            lines.add(ContentLine.of("RRULE", ended(series, rule).toString()));
        } else {
            if (!SeriesRules.isOfDates(series)) {
                lines.add(ContentLine.of(RULE, ContentLine.escaped(SeriesRules.text(series))));
                lines.add(ContentLine.of(START, series.start().toString()));
            }
            dates(series, first).forEach(date -> lines.add(line("RDATE", date)));
        }
        for (Deviation deviation : series.deviations()) {
            if (deviation instanceof Deviation.Excluded) {
                lines.add(line("EXDATE", deviation.original()));
            } else if (!series.recurrence().matches(deviation.original())) {
                lines.add(line("RDATE", deviation.original()));
            }
        }
        event(uid, first, series.length(), series.fields(), lines);
        series.deviations().stream()
                .filter(deviation -> !HandChanges.of(deviation).isEmpty())
                .forEach(deviation -> override(series, uid, deviation));
    }

    /** UNTIL of a time on a clock is an instant, and here that of the last occurrence. */
    private static RecurrenceRule ended(Series series, RecurrenceRule rule) {
        boolean timed = !(series.start() instanceof Moment.DateOnly);
        if (!(rule.end() instanceof End.Until) || !timed) {
            return rule;
        }
        Moment last = series.recurrence().lastOccurrence().orElse(series.start());
        return rule.withEnd(End.until(last instanceof Moment.Zoned zoned ? Moment.of(zoned.instant()) : last));
    }

    private List<Moment> dates(Series series, Moment first) {
        Series plain = Series.of(series.recurrence());
        return Rows.of(plain, horizon, home).stream()
                .map(Occurrence::start)
                .filter(date -> !date.equals(first))
                .toList();
    }

    private void override(Series series, String uid, Deviation deviation) {
        date(uid, series.occurrence(deviation.original()).orElseThrow());
    }

    /** Adds one date of a series, without the series. */
    void date(String uid, Occurrence occurrence) {
        event(
                uid,
                occurrence.start(),
                occurrence.length(),
                occurrence.fields(),
                List.of(line("RECURRENCE-ID", occurrence.original())));
    }

    private void event(
            String uid, Moment start, Length length, Map<String, String> fields, List<ContentLine> recurrence) {
        events.add(ContentLine.of("BEGIN", "VEVENT"));
        events.add(ContentLine.of("UID", ContentLine.escaped(uid)));
        events.add(IcsMoments.line("DTSTAMP", Moment.of(stamp)));
        events.add(line("DTSTART", start));
        end(start, length);
        events.addAll(recurrence);
        events.addAll(EventFields.write(fields));
        events.add(ContentLine.of("END", "VEVENT"));
    }

    /** An end where it says the same as the length, which it does not for days on a clock, or an hour that comes twice. */
    private void end(Moment start, Length length) {
        if (length.equals(Length.NONE)) {
            return;
        }
        Moment end = length.end(start);
        ContentLine line = IcsMoments.line("DTEND", end);
        boolean readsAlike = new IcsMoments(new IcsZones(List.of())).read(line).equals(end);
        boolean same = start instanceof Moment.DateOnly || length.days() == 0;
        events.add(readsAlike && same ? line : ContentLine.of("DURATION", length.toString()));
    }

    private ContentLine line(String name, Moment moment) {
        if (moment instanceof Moment.Zoned zoned) {
            zones.merge(zoned.zone().getId(), zoned.wallClock(), (one, other) -> one.isBefore(other) ? one : other);
        }
        return IcsMoments.line(name, moment);
    }
}
