package org.tickmark.calendar.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.tickmark.api.host.calendar.DateList.Date;
import org.tickmark.api.host.calendar.DateList.State;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.WorkCalendar;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;

/** The dates of a series as a list to be looked through, with those that were deleted. */
public final class Dates {
    private final Optional<WorkCalendar> holidays;
    private final Locale locale;
    private final Function<Occurrence, List<String>> conflicts;

    /**
     * A way to list dates.
     *
     * @param holidays id of a calendar; empty for none
     * @param locale the language of the holidays
     * @param conflicts what there is at the same time
     */
    public Dates(String holidays, Locale locale, Function<Occurrence, List<String>> conflicts) {
        this.holidays = holidays.isEmpty() ? Optional.empty() : Optional.of(calendar(holidays));
        this.locale = locale;
        this.conflicts = conflicts;
    }

    private static WorkCalendar calendar(String id) {
        return NationalCalendars.find(id).orElseThrow(() -> CalendarTexts.invalid("holidays", "holidays")
                .found(id)
                .expected(String.join(", ", NationalCalendars.countries()))
                .exception());
    }

    /**
     * The dates of occurrences, and the deleted ones among them.
     *
     * @param occurrences the first ones of the series, in order
     * @param complete whether there are no more
     */
    public List<Date> list(Series series, List<Occurrence> occurrences, boolean complete) {
        List<Date> dates = new ArrayList<>();
        occurrences.forEach(occurrence -> dates.add(taking(occurrence)));
        long end = complete || occurrences.isEmpty()
                ? Long.MAX_VALUE
                : occurrences.get(occurrences.size() - 1).start().lineSecond();
        for (Deviation deviation : series.deviations()) {
            if (deviation instanceof Deviation.Excluded && deviation.original().lineSecond() <= end) {
                dates.add(date(deviation.original(), deviation.original(), State.DELETED, List.of()));
            }
        }
        dates.sort(Comparator.comparing(Date::start).thenComparing(Date::original));
        return dates;
    }

    private Date taking(Occurrence occurrence) {
        boolean moved =
                !occurrence.original().wallClock().equals(occurrence.start().wallClock());
        State state =
                occurrence.origin() == Occurrence.Origin.ADDED ? State.ADDED : moved ? State.MOVED : State.AS_THE_RULE;
        return date(occurrence.original(), occurrence.start(), state, conflicts.apply(occurrence));
    }

    private Date date(Moment original, Moment start, State state, List<String> meets) {
        LocalDate day = start.wallClock().toLocalDate();
        return new Date(original.wallClock(), start.wallClock(), state, meets, holiday(day));
    }

    private Optional<String> holiday(LocalDate day) {
        return holidays.flatMap(calendar -> calendar.holidays(day).stream().findFirst())
                .map(free -> free.name().in(locale));
    }
}
