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
import org.tickmark.api.message.Message;
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

    private static final CommandResult FEEDS =
            CommandResult.of(Table.under(Column.integer("id"), Column.text("purpose"), Column.text("owner"))
                    .row(1L, "Kari on the phone", null)
                    .build());
    private static final Table PLANNED = Table.under(Column.text("task"), Column.instant("start"))
            .row("night", Instant.parse("2026-12-01T05:30:00Z"))
            .row("night", Instant.parse("2026-12-02T05:30:00Z"))
            .row("night", Instant.parse("2026-12-02T06:30:00Z"))
            .build();
    private static final Table PAST = Table.under(
                    Column.integer("id"), Column.text("task"), Column.message("state"), Column.instant("nominal"))
            .row(8L, "night", Message.verbatim("failed"), Instant.parse("2026-11-26T05:30:00Z"))
            .row(7L, "fetch", Message.verbatim("succeeded"), Instant.parse("2026-11-25T05:30:00Z"))
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
                .answering("cal feed", FEEDS)
                .answering("task outlook", CommandResult.of(PLANNED))
                .answering("run list", CommandResult.of(PAST))
                .with("day", "2026-12-10");
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
                .doesNotContain("2027-01-04", "aria-current=\"date\"");
        assertThat(shown(goodCall().in(Locale.forLanguageTag("nb")))).contains("desember 2026", "Uke");
    }

    @Test
    void anAppointmentStandsAtItsTimeOrOnAllItsDays() {
        assertThat(shown(goodCall()))
                .contains("<time datetime=\"2026-12-01\">1</time><ul><li><a"
                        + " href=\"/w/test?day=2026-12-10&amp;open=7\"><b>09:00</b> Stand-up</a>")
                .contains("<time datetime=\"2026-12-24\">24</time><ul>", "<time datetime=\"2026-12-26\">26</time><ul>")
                .contains("<time datetime=\"2026-12-31\">31</time><ul>", "<time datetime=\"2027-01-01\">1</time><ul>")
                .doesNotContain("<time datetime=\"2026-12-27\">27</time><ul>");
    }

    @Test
    void withoutAMonthThatCanBeReadItIsTheOneOfToday() {
        assertThat(shown(goodCall().with("day", "soon")))
                .contains("November 2026", "aria-current=\"date\"><time datetime=\"2026-11-27\">");
    }

    @Test
    void aWeekHasItsHoursAndWhatTakesTheWholeDayAbove() {
        assertThat(shown(goodCall().with("view", "week").with("day", "2026-12-26")))
                .contains("Week 52: Monday 21 December 2026 – Sunday 27 December 2026", "Thu 24 Dec 2026")
                .contains(">All day</th>", ">08</th>", ">17</th>")
                .containsPattern("All day</th>.*Closed.*>08</th>")
                .doesNotContain("datetime=\"2026-12-28\"");
        assertThat(shown(goodCall().with("view", "week").with("day", "2026-12-31")))
                .contains(">22</th>")
                .containsPattern("All day</th>.*Party.*>08</th>.*22:00</b> Party");
    }

    @Test
    void anAgendaTellsDayByDayFromWhenToWhen() {
        assertThat(shown(goodCall().with("view", "agenda").with("day", "2026-12-01")))
                .contains("Tuesday 1 December 2026</time>", "09:00–09:30", "<td>appointment</td>")
                .doesNotContain("class=\"month\"", "Wednesday 2 December");
        assertThat(shown(goodCall().with("view", "agenda").with("layers", "-"))).contains("Nothing in these days.");
    }

    @Test
    void layersAreSwitchedByLinksThatKeepTheRest() {
        FakeViewCall week =
                goodCall().with("view", "week").with("day", "2026-12-01").with("owner", "user:kari");

        assertThat(shown(week))
                .contains(
                        "href=\"/w/test?day=2026-12-01&amp;layers=appointments.planned&amp;owner=user%3Akari&amp;view=week\"")
                .contains("href=\"/w/test?day=2026-12-08&amp;owner=user%3Akari&amp;view=week\"")
                .doesNotContain("night");
        assertThat(shown(week.with("layers", "planned")))
                .contains("05:30</b> night <small>planned</small>", "night × 2")
                .doesNotContain("Stand-up");
    }

    @Test
    void runsThatWereTellHowTheyEndedAndLeadToThem() {
        assertThat(shown(goodCall().with("day", "2026-11-25").with("layers", "past")))
                .contains("class=\"run failed\" href=\"/w/runs?open=8\"", "✕", "<small>failed</small>")
                .contains("class=\"run\" href=\"/w/runs?open=7\"");
    }

    @Test
    void feedsAreMadeMadeAnewAndEndedByTheOrdinaryCommand() {
        assertThat(shown(goodCall().allowing("cal feed").with("owner", "user:kari")))
                .contains("Kari on the phone", "cal feed {ACTION=renew}", "cal feed {ACTION=revoke}")
                .contains("cal feed {ACTION=add, owner=user:kari}");
    }
}
