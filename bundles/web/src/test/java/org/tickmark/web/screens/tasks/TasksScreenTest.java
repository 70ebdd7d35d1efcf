package org.tickmark.web.screens.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class TasksScreenTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new TasksScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return FakeViewCall.create()
                .answering("task list", CommandResult.of(tasks(2)))
                .answering(
                        "task outlook",
                        CommandResult.of(
                                "…",
                                List.of(
                                        hour("2026-11-27T05:00:00Z", 4, 3, "bank", "ledger", "mail", "report"),
                                        hour("2026-11-27T06:00:00Z", 0, 0),
                                        hour("2026-11-27T07:00:00Z", 1, 1, "digest"))))
                .answering(
                        "task show",
                        CommandResult.of(
                                "Name  night",
                                Map.of(
                                        "active",
                                        true,
                                        "sentence",
                                        "Daily at 06:00",
                                        "zone",
                                        "Europe/Oslo",
                                        "lock",
                                        "PT45M")))
                .answering(
                        "task next",
                        CommandResult.of(Table.under(Column.text("local"))
                                .row("2026-11-28T06:00")
                                .build()))
                .answering(
                        "run list",
                        CommandResult.of(Table.under(Column.integer("id"), Column.message("state"))
                                .row(812L, Message.verbatim("succeeded"))
                                .build()))
                .answering("run stats", stats(12_500))
                .answering(
                        "task chain",
                        CommandResult.of(
                                "…",
                                Map.of(
                                        "follows",
                                        List.of(Map.of("task", "fetch<b>", "chain", List.of())),
                                        "followed_by",
                                        List.of(Map.of(
                                                "task",
                                                "reconcile",
                                                "condition",
                                                "success",
                                                "chain",
                                                List.of(Map.of("task", "report", "condition", "always")))))))
                .allowing("task run")
                .allowing("task add")
                .allowing("task disable")
                .allowing("task enable");
    }

    private static CommandResult stats(long slow) {
        return CommandResult.of("…", Map.of("succeeded", 9L, "median_ms", 2_400L, "p95_ms", slow));
    }

    private static Map<String, Object> hour(String begin, long starts, long atOnce, String... names) {
        return Map.of("hour", begin, "starts", starts, "at_once", atOnce, "tasks", List.of(names));
    }

    private static Table tasks(int count) {
        Table.Builder table = Table.under(Column.text("name"), Column.text("schedule"), Column.instant("next"));
        for (int i = 0; i < count; i++) {
            table.row("task-" + (1000 + i), "Daily at 06:00", Instant.parse("2026-11-27T06:00:00Z"));
        }
        return table.build();
    }

    private String shown(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    @Test
    void theNextDayIsAPictureWithItsWordsAndWhereTasksOverlap() {
        assertThat(shown(goodCall()))
                .contains("Next 24 hours, by the clock of Z: 5 runs; tasks overlap in 1 hour.")
                .contains("role=\"img\"", "class=\"overlap\"", ">×3</text>")
                .contains("<li>Fri 05:00: 4 begin bank, ledger, mail, report; overlap: 3 at once</li>")
                .contains("<li>Fri 07:00: 1 begins digest</li>")
                .doesNotContain("<li>Fri 06:00");
        assertThat(shown(goodCall().in(Locale.forLanguageTag("nb"))))
                .contains("5 kjøringer; oppgaver overlapper i 1 time");
    }

    @Test
    void tasksAreChosenByLinksAndOneOfThemIsTheChoiceAtHand() {
        assertThat(shown(goodCall().with("only", "never")))
                .contains("href=\"/w/test?only=failing\"", "href=\"/w/test?only=late\"", "href=\"/w/test?only=off\"")
                .contains("href=\"/w/test?only=never\" aria-current=\"true\"");
    }

    @Test
    void whereThereAreManyAPageComesAndTheDayAheadOnlyWhenAskedFor() {
        FakeViewCall many = goodCall().answering("task list", CommandResult.of(tasks(51)));
        assertThat(shown(many))
                .contains(
                        "<td>Fri 27 Nov 2026 06:00 Z</td>",
                        "task-1049</td>",
                        "after=task-1049",
                        "Show the next 24 hours")
                .doesNotContain("task-1050", "<svg");
        assertThat(shown(many.with("load", "yes"))).contains("<svg");
    }

    @Test
    void aTaskTellsItsTimesItsRunsAndHowLongItTakesBesideItsLock() {
        assertThat(shown(goodCall().with(ViewCall.OPEN, "night")))
                .contains("Daily at 06:00 · Europe/Oslo", "2026-11-28T06:00", "href=\"/w/runs?open=812\"")
                .contains("at most 2.4 s, 95 of 100 at most 12.5 s", "Its lock lasts 45 min.")
                .contains("task run {NAME=night}", "task disable {NAME=night}")
                .doesNotContain("longer lock time", "task enable");
        assertThat(shown(goodCall().answering("run stats", stats(2_800_000)).with(ViewCall.OPEN, "night")))
                .contains("give it a longer lock time");
    }

    @Test
    void theChainIsAPictureAndTheSameAsLinks() {
        assertThat(shown(goodCall().with(ViewCall.OPEN, "night")))
                .contains("class=\"chain\"", ">fetch&lt;b&gt;</text>")
                .contains("href=\"/w/test?open=reconcile\">reconcile</a> – when that succeeded<ul><li>")
                .contains("href=\"/w/test?open=report\">report</a> – however that ended");
    }
}
