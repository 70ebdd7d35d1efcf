package org.tickmark.web.screens.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

/** The month of a calendar. */
class CalendarScreenTest extends WorkbenchViewContract {
    private static final Table LIST = Table.under(Column.text("id"), Column.text("start"), Column.text("title"))
            .row("7", "2026-12-01 09:00", "Stand-up")
            .row("8", "2026-12-24", "Closed")
            .build();

    @Override
    protected WorkbenchView view() {
        return new CalendarScreen(Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC));
    }

    @Override
    protected FakeViewCall goodCall() {
        return FakeViewCall.create()
                .answering(
                        "cal list",
                        CommandResult.of(
                                LIST,
                                List.of(
                                        told("7", "2026-12-01T09:00", "2026-12-01T09:30", "Stand-up"),
                                        told("8", "2026-12-24", "2026-12-27", "Closed"),
                                        told("9", "2026-12-31T22:00", "2027-01-01T02:00", "Party"))))
                .with("month", "2026-12");
    }

    private static Map<String, Object> told(String id, String start, String end, String title) {
        boolean allDay = start.length() == "2026-12-24".length();
        return Map.of(
                "id",
                id,
                "start",
                start,
                "end",
                end,
                "all_day",
                allDay,
                "starts_at",
                start + ":00Z",
                "ends_at",
                end + ":00Z",
                "fields",
                Map.of("title", title));
    }

    private String shown(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    @Test
    void aMonthIsWholeWeeksWithTheirNumbers() {
        assertThat(shown(goodCall()))
                .contains("December 2026", ">Mon</th>")
                .contains("<th scope=\"row\">49</th><td class=\"other\"><time datetime=\"2026-11-30\">30</time></td>")
                .contains("<th scope=\"row\">53</th>", "datetime=\"2027-01-03\"")
                .doesNotContain("2027-01-04", "aria-current");
        assertThat(shown(goodCall().in(Locale.forLanguageTag("nb")))).contains("desember 2026", "Uke");
    }

    @Test
    void anAppointmentStandsAtItsTimeOrOnAllItsDays() {
        assertThat(shown(goodCall()))
                .contains("<time datetime=\"2026-12-01\">1</time><ul><li><a"
                        + " href=\"/w/test?month=2026-12&amp;open=7\"><b>09:00</b> Stand-up</a>")
                .contains("<time datetime=\"2026-12-24\">24</time><ul>", "<time datetime=\"2026-12-26\">26</time><ul>")
                .contains("<time datetime=\"2026-12-31\">31</time><ul>", "<time datetime=\"2027-01-01\">1</time><ul>")
                .doesNotContain("<time datetime=\"2026-12-27\">27</time><ul>");
    }

    @Test
    void withoutAMonthThatCanBeReadItIsTheOneOfToday() {
        assertThat(shown(goodCall().with("month", "soon")))
                .contains("November 2026", "aria-current=\"date\"><time datetime=\"2026-11-27\">");
    }
}
