package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** The form of a trigger: its condition is put together from what is known of the event, and one that is changed shows what stands. */
class TriggerFormTest {
    @TempDir
    Path folder;

    private Bench bench;
    private Browser browser;

    @BeforeEach
    void open() {
        Permission read = Permission.SCRIPT_READ;
        CommandSpec.Builder edit = CommandSpec.of("trigger", "edit", words("edits"), Permission.TRIGGER_EDIT)
                .argument("NAME", words("its name"), ValueKind.TEXT, Cardinality.ONE)
                .repeatable("script", words("its scripts"), ValueKind.TEXT)
                .option("when", words("its condition"), ValueKind.TEXT)
                .option("priority", words("its priority"), ValueKind.INTEGER)
                .option("active", words("whether it runs"), ValueKind.choice("yes", "no"))
                .option("on-failure", words("if it fails"), ValueKind.choice("pass", "block"))
                .flag("dry-run", words("only tells"));
        CommandSpec.Builder add = CommandSpec.of("trigger", "add", words("adds"), Permission.TRIGGER_EDIT)
                .argument("NAME", words("its name"), ValueKind.TEXT, Cardinality.ONE)
                .option("before", words("before what"), ValueKind.TEXT)
                .option("after", words("after what"), ValueKind.TEXT)
                .option("when", words("its condition"), ValueKind.TEXT)
                .flag("dry-run", words("only tells"));
        CommandSpec.Builder show = CommandSpec.of("trigger", "show", words("shows"), read)
                .argument("NAME", words("its name"), ValueKind.TEXT, Cardinality.ONE);
        bench = new Bench(folder)
                .add(Fakes.command(CommandSpec.of("trigger", "events", words("lists"), read), call -> events()))
                .add(Fakes.command(show, call -> tell()))
                .add(Fakes.command(edit, TriggerFormTest::given))
                .add(Fakes.command(add, TriggerFormTest::given))
                .user(Role.ADMIN);
        browser = bench.signedIn("admin");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Message words(String text) {
        return Fakes.words(text);
    }

    private static CommandResult events() {
        return CommandResult.of(
                Table.under(Column.text("topic"), Column.text("phase"), Column.text("summary"), Column.list("fields"))
                        .row("task.run.failed", "after", "A run failed", List.of("state=FAILED", "attempt=1"))
                        .row("calendar.edit", "before", "A change", List.of("field.title*=Month end"))
                        .build());
    }

    private static CommandResult tell() {
        return CommandResult.of(
                "…",
                Map.of(
                        "topic",
                        "task.run.failed",
                        "condition",
                        "final = true",
                        "scripts",
                        List.of("tell", "log"),
                        "priority",
                        5,
                        "active",
                        false,
                        "on_failure",
                        "pass"));
    }

    private static CommandResult given(CommandCall call) {
        return CommandResult.done(words("given " + call.option("when").orElse("-") + " " + call.options("script")));
    }

    @Test
    void whatIsKnownOfTheEventIsSuggested() {
        assertThat(Browser.body(browser.get("/do/trigger/add?opt.after=task.run.failed")))
                .contains("<option value=\"task.run.failed\">A run failed</option>")
                .contains("<option value=\"state\">FAILED</option>", "list=\"f-when-fields\"")
                .doesNotContain("field.title");
        assertThat(Browser.body(browser.get("/do/trigger/edit?arg.NAME=tell")))
                .contains("<option value=\"attempt\">1</option>");
    }

    @Test
    void theConditionComesBackLongerAndIsGivenSo() {
        String[] form = {
            "arg.NAME", "t", "opt.after", "task.run.failed", "opt.when", "final = true", "opt.when.joint", "and",
            "opt.when.field", "state", "opt.when.operator", "different", "opt.when.value", "LOST", "in-its-form", "on"
        };
        assertThat(Browser.body(browser.post("/do/trigger/add", form)))
                .contains("name=\"opt.when\" value=\"final = true and state != LOST\"")
                .contains("given final = true and state != LOST")
                .contains("name=\"opt.when.field\" value=\"\"");
    }

    @Test
    void aFormThatEditsShowsWhatStandsAndGivesOnlyWhatIsChanged() {
        assertThat(Browser.body(browser.get("/do/trigger/edit?arg.NAME=tell")))
                .contains("name=\"opt.when\" value=\"final = true\"", "name=\"opt.priority\" value=\"5\"")
                .contains(
                        "<option value=\"pass\" selected=\"\">",
                        "<option value=\"no\" selected=\"\">",
                        ">tell\nlog</textarea>")
                .contains("tickmark trigger edit -- tell");
        assertThat(Browser.body(browser.post(
                        "/do/trigger/edit",
                        "arg.NAME",
                        "tell",
                        "opt.was.when",
                        "final = true",
                        "opt.when",
                        "final = true",
                        "opt.was.script",
                        "tell\nlog",
                        "opt.script",
                        "tell\r\nmail",
                        "in-its-form",
                        "on")))
                .contains("given - [tell, mail]");
    }
}
