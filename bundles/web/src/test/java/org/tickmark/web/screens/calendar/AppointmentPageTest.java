package org.tickmark.web.screens.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

/** An appointment that is opened, with the dates of its series. */
class AppointmentPageTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new CalendarScreen(Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC));
    }

    @Override
    protected FakeViewCall goodCall() {
        return call(List.of(
                date("2026-12-10T09:00", "2026-12-10T09:00", "as-the-rule"),
                date("2026-12-17T09:00", "2026-12-18T09:00", "moved"),
                date("2026-12-24T09:00", "2026-12-24T09:00", "deleted"),
                date("2026-12-30T09:00", "2026-12-30T09:00", "added"),
                Map.of(
                        "original",
                        "2026-12-31T09:00",
                        "start",
                        "2026-12-31T09:00",
                        "state",
                        "as-the-rule",
                        "conflicts",
                        List.of("Dentist", "<b>"),
                        "holiday",
                        "New Year's Eve")));
    }

    private static FakeViewCall call(List<Map<String, Object>> dates) {
        return FakeViewCall.create()
                .answering("cal show", CommandResult.of("…", appointment(3)))
                .answering("cal series", CommandResult.of("…", Map.of("sentence", "Weekly on Thursday")))
                .answering(
                        "cal dates",
                        CommandResult.of("…", Map.of("label", "Weekly on Thursday", "more", false, "dates", dates)))
                .answering("cal conflicts", conflicts())
                .allowing("cal edit")
                .allowing("cal delete")
                .allowing("cal dates")
                .with(ViewCall.OPEN, "17");
    }

    private static CommandResult conflicts() {
        return CommandResult.of(
                Table.under(Column.text("date"), Column.text("title")).build());
    }

    private static Map<String, Object> appointment(long series) {
        return Map.of(
                "title",
                "Stand-up",
                "start",
                "2026-12-18 09:00",
                "end",
                "2026-12-18 09:30",
                "zone",
                "Europe/Oslo",
                "all_day",
                false,
                "owner",
                "user:kari",
                "series",
                series == 0 ? "" : series,
                "original",
                series == 0 ? "" : "2026-12-17 09:00",
                "fields",
                Map.of("title", "Stand-up", "with:user:anna", "required", "status", "started"));
    }

    private static Map<String, Object> date(String original, String start, String state) {
        return Map.of("original", original, "start", start, "state", state, "conflicts", List.of());
    }

    private String shown(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    @Test
    void tellsWhatItIsInWordsOnItsOwnClockAndOnThatOfWhoLooks() {
        assertThat(shown(goodCall()))
                .contains("Friday 18 December 2026 09:00–09:30 Europe/Oslo", "Friday 18 December 2026 08:00–08:30 Z")
                .contains("<dt>Moved from</dt><dd>Thursday 17 December 2026 09:00</dd>")
                .contains("<dd>Weekly on Thursday</dd>", "<dd>user:anna</dd>", "<dt>status</dt><dd>started</dd>");
        assertThat(shown(goodCall().in(Locale.forLanguageTag("nb")))).contains("fredag 18. desember 2026 09:00–09:30");
    }

    @Test
    void eachDateSaysInWordsWhatThereIsToIt() {
        assertThat(shown(goodCall()))
                .contains("Thu 10 Dec 2026 09:00</a>", "✓ as the rule", "✎ moved from Thu 17 Dec 2026 09:00")
                .contains("<del>Thu 24 Dec 2026 09:00</del>", ">removed<", ">added<")
                .contains("⚠ conflict: Dentist, &lt;b&gt;", "holiday: New Year&#39;s Eve")
                .contains("<tr data-row=\"2026-12-17T09:00\" class=\"open\" aria-current=\"true\">");
    }

    @Test
    void theButtonsOfADateGiveTheOrdinaryCommand() {
        String shown = shown(goodCall());

        assertThat(shown)
                .contains("cal dates {ACTION=earlier, DATE=2026-12-17T09:00, SERIES=3}")
                .contains("cal dates {ACTION=later, DATE=2026-12-10T09:00, SERIES=3}")
                .contains("cal dates {ACTION=reset, DATE=2026-12-24T09:00, SERIES=3}")
                .contains("cal dates {ACTION=delete, DATE=2026-12-30T09:00, SERIES=3}")
                .contains("cal dates {ACTION=add, SERIES=3}")
                .doesNotContain("ACTION=earlier, DATE=2026-12-24T09:00", "ACTION=reset, DATE=2026-12-10T09:00");
    }

    @Test
    void aLongSeriesShowsThePageOfTheDateAtHand() {
        List<Map<String, Object>> daily = IntStream.range(0, 60)
                .mapToObj(day -> LocalDate.of(2026, 11, 1).plusDays(day) + "T09:00")
                .map(time -> date(time, time, "as-the-rule"))
                .toList();

        assertThat(shown(call(daily)))
                .contains("Page 2 of 3", "data-row=\"2026-12-17T09:00\"")
                .doesNotContain("data-row=\"2026-11-01T09:00\"", "data-date=\"2026-12-21T09:00\"");
        assertThat(shown(call(daily).with("dates", "3"))).contains("data-row=\"2026-12-30T09:00\"");
    }

    @Test
    void oneThatStandsAloneHasNoDates() {
        assertThat(shown(goodCall().answering("cal show", CommandResult.of("…", appointment(0)))))
                .contains("cal delete {ID=17}")
                .doesNotContain("id=\"dates\"", "scope=all");
    }
}
