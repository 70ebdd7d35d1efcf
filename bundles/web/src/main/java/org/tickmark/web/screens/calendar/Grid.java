package org.tickmark.web.screens.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.screens.Page;

/** Days as a table: those of a month, or the hours of a week; or one after the other. */
final class Grid {
    private static final int MOST_OF_A_DAY = 5;
    private static final int MOST_OF_AN_HOUR = 20;
    private static final int MOST_OF_AN_AGENDA = 500;
    private static final int MORNING = 8;
    private static final int EVENING = 17;

    private final Page page;
    private final Html html;
    private final LocalDate today;
    private final List<Entry> entries;
    private final UnaryOperator<Map<String, String>> address;

    /**
     * A grid.
     *
     * @param entries what there is, in order
     * @param address the address of an appointment from what is opened
     */
    Grid(Page page, LocalDate today, List<Entry> entries, UnaryOperator<Map<String, String>> address) {
        this.page = page;
        this.html = page.html();
        this.today = today;
        this.entries = entries;
        this.address = address;
    }

    void write(Period period) {
        switch (period.kind()) {
            case MONTH -> month(period);
            case WEEK -> week(period);
            case AGENDA -> agenda();
        }
    }

    private String current(LocalDate day) {
        return day.equals(today) ? "date" : null;
    }

    private List<Entry> some(List<Entry> of, int most) {
        return of.subList(0, Math.min(most, of.size()));
    }

    private void more(int all, int shown) {
        if (all > shown) {
            html.element("small", page.text("more", all - shown));
        }
    }

    private void list(List<Entry> of, int most) {
        if (!of.isEmpty()) {
            html.open("ul");
            some(of, most).forEach(one -> {
                html.open("li");
                link(one);
                html.close();
            });
            html.close();
        }
        more(of.size(), most);
    }

    private void link(Entry one) {
        boolean appointment = one.layer() == Layer.APPOINTMENTS;
        html.open(
                "a",
                "class",
                appointment ? null : one.failed() ? "run failed" : "run",
                "href",
                appointment
                        ? page.call().link(address.apply(one.address()))
                        : page.call().link(one.view(), one.address()));
        if (!appointment) {
            html.element("span", one.sign(), "aria-hidden", "true").text(" ");
        }
        if (!one.time().isEmpty()) {
            html.element("b", one.time()).text(" ");
        }
        html.text(one.title());
        if (!one.says().isEmpty()) {
            html.text(" ").element("small", one.says());
        }
        html.close();
    }

    // ---------------------------------------------------------------- month

    private void month(Period period) {
        Map<LocalDate, List<Entry>> byDay = entries.stream().collect(Collectors.groupingBy(Entry::day));
        html.open("table", "class", "month").open("thead").open("tr");
        html.element("th", page.text("week"), "scope", "col");
        for (DayOfWeek day : DayOfWeek.values()) {
            html.element("th", day.getDisplayName(TextStyle.SHORT_STANDALONE, page.locale()), "scope", "col");
        }
        html.close().close().open("tbody");
        for (LocalDate day : period.days()) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                html.open("tr")
                        .element("th", String.valueOf(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)), "scope", "row");
            }
            boolean other = !YearMonth.from(day).equals(YearMonth.from(period.day()));
            html.open("td", "class", other ? "other" : null, "aria-current", current(day));
            html.open("time", "datetime", day.toString())
                    .text(String.valueOf(day.getDayOfMonth()))
                    .close();
            list(byDay.getOrDefault(day, List.of()), MOST_OF_A_DAY);
            html.close();
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                html.close();
            }
        }
        html.close().close();
    }

    // ---------------------------------------------------------------- week

    private void week(Period period) {
        html.open("table", "class", "month week").open("thead").open("tr");
        html.element("th", page.text("hour"), "scope", "col");
        for (LocalDate day : period.days()) {
            html.open("th", "scope", "col", "aria-current", current(day));
            html.element("time", Days.shortDay(page, day), "datetime", day.toString())
                    .close();
        }
        html.close().close().open("tbody");
        hour(period, -1, page.text("hour.none"));
        int first = Math.min(MORNING, hours().min().orElse(MORNING));
        int last = Math.max(EVENING, hours().max().orElse(EVENING));
        IntStream.rangeClosed(first, last).forEach(hour -> hour(period, hour, String.format("%02d", hour)));
        html.close().close();
    }

    private IntStream hours() {
        return entries.stream().mapToInt(Entry::hour).filter(hour -> hour >= 0);
    }

    private void hour(Period period, int hour, String label) {
        html.open("tr").element("th", label, "scope", "row");
        for (LocalDate day : period.days()) {
            html.open("td", "aria-current", current(day));
            list(
                    entries.stream()
                            .filter(one -> one.day().equals(day) && one.hour() == hour)
                            .toList(),
                    MOST_OF_AN_HOUR);
            html.close();
        }
        html.close();
    }

    // ---------------------------------------------------------------- agenda

    private void agenda() {
        if (entries.isEmpty()) {
            html.element("p", page.text("agenda.none"), "class", "empty");
            return;
        }
        html.open("table", "class", "agenda").open("thead").open("tr");
        html.element("th", page.text("agenda.when"), "scope", "col");
        html.element("th", page.text("agenda.what"), "scope", "col");
        html.element("th", page.text("agenda.kind"), "scope", "col").close().close();
        html.open("tbody");
        LocalDate before = LocalDate.MIN;
        for (Entry one : some(entries, MOST_OF_AN_AGENDA)) {
            if (!one.day().equals(before)) {
                html.open("tr").open("th", "colspan", "3", "scope", "rowgroup", "aria-current", current(one.day()));
                html.element(
                        "time", Days.day(page, one.day()), "datetime", one.day().toString());
                html.close().close();
                before = one.day();
            }
            html.open("tr");
            html.element("td", span(one), "class", "time").open("td");
            link(one.timeless());
            html.close()
                    .element("td", page.text("layer." + one.layer().word() + ".one"))
                    .close();
        }
        html.close().close();
        more(entries.size(), MOST_OF_AN_AGENDA);
    }

    private String span(Entry one) {
        if (one.time().isEmpty() && one.until().isEmpty()) {
            return page.text("hour.none");
        }
        return one.until().isEmpty() && one.layer() != Layer.APPOINTMENTS ? one.time() : one.time() + "–" + one.until();
    }
}
