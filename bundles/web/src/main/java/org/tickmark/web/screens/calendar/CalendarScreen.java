package org.tickmark.web.screens.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.screens.Facts;

/**
 * A month of appointments: its days as people know them, and the same as a list, which small screens and printers show alone. Weeks are those of ISO 8601.
 * An appointment that is opened has a page of its own.
 */
public final class CalendarScreen implements WorkbenchView {
    /** Which month is shown, such as {@code 2026-12}; the one of today if it is not said. */
    static final String MONTH = "month";

    private static final ViewSpec SPEC =
            new ViewSpec("calendar", Perspective.OPERATIONS, 30, Texts.text("view.calendar"), Permission.CALENDAR_READ);
    private static final int MOST_OF_A_DAY = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final String ALL_DAY = "all_day";
    private static final int MOST = 2000;

    private final Clock clock;

    /**
     * The screen.
     *
     * @param clock by which today is told
     */
    public CalendarScreen(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Optional<String> opened = call.opened();
        if (opened.isPresent()) {
            new AppointmentPage(new Page(call, html), opened.get()).write();
        } else {
            month(call, html);
        }
    }

    private void month(ViewCall call, Html html) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), call.zone());
        YearMonth month = call.parameter(MONTH).flatMap(CalendarScreen::month).orElseGet(() -> YearMonth.from(today));
        List<LocalDate> days = days(month);
        CommandResult result = call.ask(
                "cal",
                "list",
                "--limit=" + MOST,
                "--from=" + days.get(0),
                "--to=" + days.get(days.size() - 1).plusDays(1));
        html.open("div", "class", "acts");
        call.button(html, "cal add", Map.of(), Texts.text("act.add"));
        html.close();
        navigation(html, call, month, YearMonth.from(today));
        grid(html, call, new Shown(month, days, today, byDay(result, days, call.zone())));
        Table list = result.table().orElseGet(() -> Table.under(List.of()).build());
        if (list.rows().size() >= MOST) {
            html.element("p", Texts.text("cut", MOST).text(call.caller().locale()), "class", "card warning");
        }
        html.element(
                "p", Texts.text("zone", call.zone().getId()).text(call.caller().locale()), "class", "empty");
        call.list(html, list, Rows.OPEN);
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            // Somebody has typed an address: any month is better than none.
            return Optional.empty();
        }
    }

    /** The days of whole weeks in which the month lies. */
    private static List<LocalDate> days(YearMonth month) {
        LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static void navigation(Html html, ViewCall call, YearMonth month, YearMonth now) {
        Locale locale = call.caller().locale();
        html.open("nav", "class", "acts", "aria-label", Texts.text("months").text(locale));
        step(html, call, month.minusMonths(1), Texts.text("before").text(locale));
        html.element("h2", DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month));
        step(html, call, month.plusMonths(1), Texts.text("after").text(locale));
        step(html, call, now, Texts.text("now").text(locale));
        html.close();
    }

    private static void step(Html html, ViewCall call, YearMonth to, String label) {
        html.element("a", label, "class", "button", "href", call.link(Map.of(MONTH, to.toString())));
    }

    /**
     * What is shown.
     *
     * @param days those of whole weeks
     * @param appointments of each day, in the order of their times
     */
    private record Shown(
            YearMonth month, List<LocalDate> days, LocalDate today, Map<LocalDate, List<Appointment>> appointments) {}

    /**
     * An appointment of a day.
     *
     * @param time when it starts by the clock; empty if it takes the whole day
     */
    private record Appointment(String id, String time, String title) {}

    private static Map<LocalDate, List<Appointment>> byDay(CommandResult result, List<LocalDate> days, ZoneId zone) {
        Map<LocalDate, List<Appointment>> byDay = new TreeMap<>();
        for (Facts told : Facts.list(result.document().orElse(List.of()))) {
            Appointment appointment = told(told, zone);
            days(told, zone).filter(days::contains).forEach(day -> byDay.computeIfAbsent(day, key -> new ArrayList<>())
                    .add(appointment));
        }
        return byDay;
    }

    /** An appointment by the clock of who looks, as the list below tells it. */
    private static Appointment told(Facts told, ZoneId zone) {
        String title = new Facts(told.map("fields")).text("title");
        String time = told.is(ALL_DAY) ? "" : TIME.format(moment(told, "starts_at", zone));
        return new Appointment(told.text("id"), time, title.isEmpty() ? "–" : title);
    }

    /** The days on which it goes on; one that takes no time has the day on which it starts. */
    private static Stream<LocalDate> days(Facts told, ZoneId zone) {
        if (told.is(ALL_DAY)) {
            return LocalDate.parse(told.text("start")).datesUntil(LocalDate.parse(told.text("end")));
        }
        LocalDate first = moment(told, "starts_at", zone).toLocalDate();
        LocalDate last = moment(told, "ends_at", zone).minusNanos(1).toLocalDate();
        return first.datesUntil((last.isBefore(first) ? first : last).plusDays(1));
    }

    private static ZonedDateTime moment(Facts told, String field, ZoneId zone) {
        return Instant.parse(told.text(field)).atZone(zone);
    }

    private static void grid(Html html, ViewCall call, Shown shown) {
        Locale locale = call.caller().locale();
        html.open("table", "class", "month").open("thead").open("tr");
        html.element("th", Texts.text("week").text(locale), "scope", "col");
        for (DayOfWeek day : DayOfWeek.values()) {
            html.element("th", day.getDisplayName(TextStyle.SHORT_STANDALONE, locale), "scope", "col");
        }
        html.close().close().open("tbody");
        for (LocalDate day : shown.days()) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                html.open("tr")
                        .element("th", String.valueOf(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)), "scope", "row");
            }
            day(html, call, shown, day);
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                html.close();
            }
        }
        html.close().close();
    }

    private static void day(Html html, ViewCall call, Shown shown, LocalDate day) {
        boolean other = !YearMonth.from(day).equals(shown.month());
        html.open("td", "class", other ? "other" : null, "aria-current", day.equals(shown.today()) ? "date" : null);
        html.open("time", "datetime", day.toString())
                .text(String.valueOf(day.getDayOfMonth()))
                .close();
        List<Appointment> appointments = shown.appointments().getOrDefault(day, List.of());
        if (!appointments.isEmpty()) {
            html.open("ul");
            appointments.stream().limit(MOST_OF_A_DAY).forEach(one -> entry(html, call, shown.month(), one));
            html.close();
        }
        if (appointments.size() > MOST_OF_A_DAY) {
            html.element(
                    "small",
                    Texts.text("more", appointments.size() - MOST_OF_A_DAY)
                            .text(call.caller().locale()));
        }
        html.close();
    }

    private static void entry(Html html, ViewCall call, YearMonth month, Appointment one) {
        Map<String, String> address = new LinkedHashMap<>();
        address.put(MONTH, month.toString());
        address.put(ViewCall.OPEN, one.id());
        html.open("li").open("a", "href", call.link(address));
        if (!one.time().isEmpty()) {
            html.element("b", one.time()).text(" ");
        }
        html.text(one.title()).close().close();
    }
}
