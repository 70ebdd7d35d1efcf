package org.tickmark.web.screens.calendar;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.work.Notices;

/**
 * The dates of a series, each with what there is to say about it and buttons that move, delete or reset it. All of it is plain forms; {@code rows.js} adds
 * the keys.
 */
final class DateList {
    /** Parameter: which page of the dates. */
    private static final String DATES = "dates";

    /** Parameter: whose holidays are marked. */
    private static final String HOLIDAYS = "holidays";

    private static final Map<String, String> COUNTRIES = Map.of("nb", "NO", "nn", "NO", "no", "NO", "sv", "SE");
    private static final String FORM = "date-add";
    private static final int MOST = 1000;
    private static final int ROWS = 25;

    private final Page page;
    private final ViewCall call;
    private final Html html;
    private final String series;
    private final String opened;
    private final String original;

    /**
     * The dates of a series.
     *
     * @param opened the appointment whose page it stands on
     * @param original where the rule has that; empty if it is gone
     */
    DateList(Page page, String series, String opened, String original) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
        this.series = series;
        this.opened = opened;
        this.original = original;
    }

    void write(boolean wholeDays) {
        String holidays = holidays();
        Facts told = told(holidays);
        List<Facts> dates = told.list(DATES);
        html.open("section", "id", DATES, "class", "rows", "data-keys", "", "aria-labelledby", "dates-title");
        html.element("h2", page.text("dates", told.text("label")), "id", "dates-title");
        marking(holidays);
        int pages = Math.max(1, (dates.size() + ROWS - 1) / ROWS);
        int shown = Math.min(pages, asked(dates));
        rows(dates.subList((shown - 1) * ROWS, Math.min(dates.size(), shown * ROWS)), wholeDays);
        paging(shown, pages);
        if (told.is("more")) {
            html.element("p", page.text("dates.cut", MOST), "class", "empty");
        }
        adding(wholeDays);
        html.element("p", page.text("dates.keys"), "class", "keys", "hidden", "");
        html.close();
    }

    /** The dates; without holidays if there is no such country, which is said. */
    private Facts told(String holidays) {
        try {
            return listed("--holidays=" + holidays);
        } catch (TickmarkException refused) {
            if (holidays.isEmpty() || !refused.problem().code().equals("calendar.invalid")) {
                throw refused;
            }
            Notices.card(html, refused.problem(), page.locale());
            return listed("--holidays=");
        }
    }

    private Facts listed(String holidays) {
        return Facts.of(call.ask("cal", "dates", "--limit=" + MOST, holidays, "--", series, "list"));
    }

    /** Whose holidays: as asked for, or those of the country whose language is spoken. */
    private String holidays() {
        return call.parameter(HOLIDAYS)
                .orElseGet(() -> COUNTRIES.getOrDefault(page.locale().getLanguage(), ""));
    }

    /** The page that is asked for, or the one with the appointment at hand. */
    private int asked(List<Facts> dates) {
        return call.parameter(DATES)
                .filter(digits -> digits.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf)
                .orElseGet(() -> {
                    int at = dates.stream()
                            .map(date -> date.text("original"))
                            .toList()
                            .indexOf(original);
                    return Math.max(0, at) / ROWS + 1;
                });
    }

    private Map<String, String> address() {
        Map<String, String> address = CalendarScreen.kept(call);
        address.put(ViewCall.OPEN, opened);
        address.put(AppointmentPage.SERIES, series);
        call.parameter(HOLIDAYS).ifPresent(value -> address.put(HOLIDAYS, value));
        return address;
    }

    /** A field for the country whose holidays are marked. */
    private void marking(String holidays) {
        html.open("form", "method", "get", "action", call.link(Map.of()), "class", "filter");
        Map<String, String> address = address();
        address.remove(HOLIDAYS);
        address.forEach((name, value) -> html.open("input", "type", "hidden", "name", name, "value", value));
        html.open("label").text(page.text("dates.holidays") + " ");
        html.open("input", "name", HOLIDAYS, "value", holidays, "size", "8", "autocomplete", "off");
        html.close()
                .text(" ")
                .element("button", page.text("dates.holidays.show"))
                .close();
    }

    // ---------------------------------------------------------------- the dates

    private void rows(List<Facts> dates, boolean wholeDays) {
        boolean changes = call.caller().may(Permission.CALENDAR_EDIT);
        html.open("table").open("thead").open("tr");
        html.element("th", page.text("dates.date"), "scope", "col");
        html.element("th", page.text("dates.marks"), "scope", "col");
        if (changes) {
            html.element("th", page.text("dates.acts"), "scope", "col");
        }
        html.close().close().open("tbody");
        dates.forEach(date -> row(date, wholeDays, changes));
        html.close().close();
    }

    private void row(Facts date, boolean wholeDays, boolean changes) {
        String name = date.text("original");
        boolean here = name.equals(original);
        String state = date.text("state");
        html.open("tr", "data-row", name, "class", here ? "open" : null, "aria-current", here ? "true" : null);
        LocalDateTime start = LocalDateTime.parse(date.text("start"));
        String words = words(start, wholeDays);
        html.open("td", "class", "time");
        if (state.equals("deleted")) {
            html.element("del", words);
        } else {
            Map<String, String> address = address();
            address.put(ViewCall.OPEN, series + "@" + name);
            page.link(words, address);
        }
        html.close().open("td");
        marks(date, state, wholeDays);
        html.close();
        if (changes) {
            html.open("td", "class", "acts");
            acts(name, state);
            html.close();
        }
        html.close();
    }

    private String words(LocalDateTime time, boolean wholeDays) {
        String day = Days.shortDay(page, time.toLocalDate());
        return wholeDays ? day : day + " " + Days.time(time);
    }

    private void marks(Facts date, String state, boolean wholeDays) {
        List<String> conflicts = date.texts("conflicts");
        switch (state) {
            case "moved" ->
                mark("is-late", page.text("mark.moved", words(LocalDateTime.parse(date.text("original")), wholeDays)));
            case "added" -> mark("is-late", page.text("mark.added"));
            case "deleted" -> mark("is-cancelled", page.text("mark.removed"));
            default -> {
                if (conflicts.isEmpty()) {
                    mark("is-ok", page.text("mark.ok"));
                }
            }
        }
        if (!conflicts.isEmpty()) {
            mark("is-failed", page.text("mark.conflict", String.join(", ", conflicts)));
        }
        if (!date.text("holiday").isEmpty()) {
            mark("is-late", page.text("mark.holiday", date.text("holiday")));
        }
    }

    private void mark(String kind, String words) {
        html.element("span", words, "class", "word " + kind).text(" ");
    }

    private void acts(String date, String state) {
        if (state.equals("deleted")) {
            act(date, "reset");
            return;
        }
        act(date, "earlier");
        act(date, "later");
        act(date, "delete");
        if (state.equals("moved")) {
            act(date, "reset");
        }
    }

    private void act(String date, String action) {
        html.open("span", "data-key", action);
        page.button("cal dates", Map.of("SERIES", series, "ACTION", action, "DATE", date), "dates." + action);
        html.close();
    }

    private void paging(int shown, int pages) {
        if (pages == 1) {
            return;
        }
        html.open("nav", "class", "paging", "aria-label", page.text("dates.pages"));
        if (shown > 1) {
            page.link(page.text("before"), other(shown - 1));
        }
        html.element("span", page.text("dates.page", shown, pages));
        if (shown < pages) {
            page.link(page.text("after"), other(shown + 1));
        }
        html.close();
    }

    private Map<String, String> other(int number) {
        Map<String, String> address = address();
        address.put(DATES, String.valueOf(number));
        return address;
    }

    /** One date more: a day, at the time of the series. */
    private void adding(boolean wholeDays) {
        if (!call.caller().may(Permission.CALENDAR_EDIT)) {
            return;
        }
        html.open("div", "class", "acts").open("label").text(page.text("dates.new") + " ");
        html.open(
                "input",
                "type",
                "date",
                "form",
                FORM,
                "name",
                ViewCall.ARGUMENT + "DATE",
                "required",
                "",
                "data-new",
                "",
                "aria-describedby",
                wholeDays ? null : "dates-new-help");
        html.close();
        call.form(
                html,
                FORM,
                Map.of("SERIES", series, "ACTION", "add"),
                List.of(FormAct.of("cal dates", Texts.text("dates.add"))));
        if (!wholeDays) {
            html.element("small", page.text("dates.new.help"), "id", "dates-new-help");
        }
        html.close();
    }
}
