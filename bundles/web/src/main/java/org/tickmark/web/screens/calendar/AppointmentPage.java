package org.tickmark.web.screens.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;
import org.tickmark.web.work.Notices;

/** An appointment: what it is, in words, what meets it, and the dates of its series. */
final class AppointmentPage {
    /** Parameter: the series that it belongs to, whose dates are shown also when the appointment itself is gone. */
    static final String SERIES = "series";

    private static final String UNKNOWN = "usage.cal-unknown";
    private static final String WITH = "with:";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> TOLD = List.of("title", "location", "note", "send-mail");

    private final Page page;
    private final ViewCall call;
    private final String id;

    AppointmentPage(Page page, String id) {
        this.page = page;
        this.call = page.call();
        this.id = id;
    }

    void write() {
        Optional<Facts> found = found();
        found.ifPresent(this::whole);
        String series = found.map(facts -> facts.text(SERIES)).orElseGet(this::seriesOfAddress);
        if (!series.isEmpty()) {
            new DateList(page, series, id, found.map(AppointmentPage::original).orElse(""))
                    .write(found.map(facts -> facts.is("all_day")).orElse(false));
        }
    }

    /** The appointment; if there is none of this name, that is said. */
    private Optional<Facts> found() {
        try {
            return Optional.of(Facts.of(call.ask("cal", "show", "--", id)));
        } catch (TickmarkException gone) {
            if (!gone.problem().code().equals(UNKNOWN)) {
                throw gone;
            }
            Notices.card(page.html(), gone.problem(), page.locale());
            return Optional.empty();
        }
    }

    private String seriesOfAddress() {
        return call.parameter(SERIES)
                .or(() ->
                        Optional.of(id).filter(key -> key.contains("@")).map(key -> key.substring(0, key.indexOf('@'))))
                .filter(number -> number.matches("\\d{1,18}"))
                .orElse("");
    }

    /** Where the rule has it, as programs write it. */
    private static String original(Facts facts) {
        return facts.text("original").isEmpty() ? "" : time(facts, "original").toString();
    }

    private static LocalDateTime time(Facts facts, String name) {
        return LocalDateTime.parse(facts.text(name), MINUTE);
    }

    private void whole(Facts facts) {
        String title = facts.text("title");
        page.html().open("p");
        Map<String, String> back = CalendarScreen.kept(call);
        back.putIfAbsent(Period.DAY, time(facts, "start").toLocalDate().toString());
        page.link(page.text("back"), back);
        page.html().close();
        page.html().element("h2", title.isEmpty() ? "–" : title);
        acts(facts);
        particulars(facts);
        String note = fields(facts, "note");
        if (!note.isEmpty()) {
            page.html().element("pre", note);
        }
        if (facts.text(SERIES).isEmpty()) {
            conflicts();
        }
    }

    private static String fields(Facts facts, String name) {
        return new Facts(facts.map("fields")).text(name);
    }

    // ---------------------------------------------------------------- what can be done

    private void acts(Facts facts) {
        Map<String, String> named = Map.of("ID", id);
        page.html().open("div", "class", "acts");
        call.form(
                page.html(), "change", standing(facts), List.of(FormAct.inItsForm("cal edit", Texts.text("act.edit"))));
        if (facts.text(SERIES).isEmpty()) {
            page.button("cal delete", named, "act.delete");
        } else {
            page.button("cal delete", Map.of("ID", id, "scope", "this"), "act.delete-this");
            page.button("cal delete", Map.of("ID", id, "scope", "following"), "act.delete-following");
            page.button("cal delete", Map.of("ID", id, "scope", "all"), "act.delete-all");
            page.button("cal stop", named, "act.stop");
            page.button("cal cut", named, "act.cut");
        }
        page.html().close();
    }

    /** What stands, which the form of a change shows. */
    private Map<String, String> standing(Facts facts) {
        LocalDateTime start = time(facts, "start");
        Map<String, String> standing = new LinkedHashMap<>();
        standing.put("ID", id);
        standing.put("was.start", facts.is("all_day") ? start.toLocalDate().toString() : start.toString());
        for (String name : List.of("title", "location", "note", "status")) {
            if (!fields(facts, name).isEmpty()) {
                standing.put("was." + name, fields(facts, name));
            }
        }
        return standing;
    }

    // ---------------------------------------------------------------- what it is

    private void particulars(Facts facts) {
        page.html().open("dl");
        when(facts);
        String series = facts.text(SERIES);
        if (!series.isEmpty()) {
            Facts rule = Facts.of(call.ask("cal", "series", "--", "show", series));
            particular("repeats", rule.text("sentence"));
        }
        particular("owner", facts.text("owner"));
        particular("location", fields(facts, "location"));
        particular("with", String.join(", ", people(facts)));
        facts.map("fields").forEach((name, value) -> {
            String field = String.valueOf(name);
            if (!TOLD.contains(field) && !field.startsWith(WITH) && !field.startsWith("x-")) {
                page.html().element("dt", call.heading(field)).element("dd", String.valueOf(value));
            }
        });
        page.html().close();
    }

    private void when(Facts facts) {
        LocalDateTime start = time(facts, "start");
        LocalDateTime end = time(facts, "end");
        if (facts.is("all_day")) {
            particular("when", Days.days(page, start.toLocalDate(), end.toLocalDate()));
        } else {
            String zone = facts.text("zone");
            particular("when", Days.span(page, start, end) + " " + zone);
            if (!zone.isEmpty() && !ZoneId.of(zone).equals(call.zone())) {
                particular(
                        "when.here",
                        Days.span(page, here(start, zone), here(end, zone)) + " "
                                + call.zone().getId());
            }
        }
        if (!facts.text("original").isEmpty() && !time(facts, "original").equals(start)) {
            LocalDateTime original = time(facts, "original");
            particular("planned", Days.day(page, original.toLocalDate()) + " " + Days.time(original));
        }
    }

    private LocalDateTime here(LocalDateTime time, String zone) {
        return time.atZone(ZoneId.of(zone)).withZoneSameInstant(call.zone()).toLocalDateTime();
    }

    private static List<String> people(Facts facts) {
        List<String> people = new ArrayList<>();
        facts.map("fields").keySet().stream()
                .map(String::valueOf)
                .filter(name -> name.startsWith(WITH))
                .map(name -> name.substring(WITH.length()))
                .sorted()
                .forEach(people::add);
        return people;
    }

    private void particular(String label, String value) {
        if (!value.isEmpty()) {
            page.html().element("dt", page.text("fact." + label)).element("dd", value);
        }
    }

    private void conflicts() {
        CommandResult result = call.ask("cal", "conflicts", "--limit=10", "--", id);
        if (result.table().filter(table -> !table.rows().isEmpty()).isPresent()) {
            page.html().element("h2", page.text("conflicts"));
            Table some = Reading.some(result.table().get(), List.of("who", "from", "to", "title"));
            Reading.plain(page.html(), call, some);
        }
    }
}
