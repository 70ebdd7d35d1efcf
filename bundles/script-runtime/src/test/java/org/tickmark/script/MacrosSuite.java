package org.tickmark.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.event.Event;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.api.host.script.TriggerDefinition.OnFailure;
import org.tickmark.api.host.script.TriggerDefinition.Phase;
import org.tickmark.api.macro.ActionCall;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.task.TaskParameter;

abstract class MacrosSuite extends ScriptSuite {

    private Scripts.Saved save(String name, String text) {
        return workshop.scripts.save(Workshop.ADMIN, ScriptDefinition.of(name, "macro", text), false);
    }

    @Test
    void actionsAreDoneInOrderWithValuesOfEarlierOnes() {
        save("nightly", """
            actions:
              - action: start-task
                name: work
                parameters:
                  task: import
              - action: send-mail
                when: work.run > 5
                parameters: {to: nobody@example.org, subject: never}
              - action: send-mail
                parameters:
                  to: kari@example.org
                  subject: Run ${work.run} begun, $${so}
                  text: see run show ${work.run}
            """);

        ScriptResult result = workshop.run("nightly");

        assertThat(result.end().outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(result.usage().steps()).isEqualTo(3);
        assertThat(workshop.started).containsExactly("import{}");
        assertThat(workshop.letters).singleElement().satisfies(letter -> assertThat(
                        letter.content().subject().text(Locale.ENGLISH))
                .isEqualTo("Run 1 begun, ${so}"));
        assertThat(result.results()).containsEntry("work.run", "1").containsEntry("send-mail.mails", "1");
        assertThat(workshop.audit.acts())
                .filteredOn(act -> act.action().equals("script.use"))
                .extracting(act -> act.details().get("about"))
                .containsExactly("start-task", "send-mail");
    }

    @Test
    void whatIsWrongIsToldWithItsLineAllAtOnce() {
        Scripts.Saved saved = save("bad", """
            actions:
              - action: fly
              - action: send-mail
                parameters: {to: a@example.org}
              - action: block
                when: state ==
                parameters: {text: x, colour: red}
            """);

        assertThat(saved.saved()).isFalse();
        assertThat(saved.problems())
                .extracting(found -> found.position().line())
                .containsExactly(2, 3, 5);
        assertThat(saved.problems().get(0).problem().text(Locale.ENGLISH))
                .contains("fly")
                .contains("send-mail");
        assertThat(save("bad", "actions: [").problems()).hasSize(1);
    }

    @Test
    void anActionThatFailsEndsTheMacroWithItsPlace() {
        save("m", """
            actions:
              - action: run-script
                parameters: {script: missing}
              - action: start-task
                parameters: {task: x}
            """);

        ScriptResult result = workshop.run("m");

        assertThat(result.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.end().problem().orElseThrow().position().toString()).isEqualTo("m:2:1");
        assertThat(workshop.started).isEmpty();
    }

    @Test
    void aValueThatIsNotThereIsAFailureThatNamesWhatThereIs() {
        save("m", """
            actions:
              - action: show-message
                parameters: {text: "${nothing}"}
            """);

        assertThat(workshop.run("m").end().problem().orElseThrow().problem().text(Locale.ENGLISH))
                .contains("nothing");
    }

    @Test
    void aMacroRunsScriptsAndScriptsRunMacros() {
        workshop.save("inner", "setVariable(\"answer\", \"42\");");
        save("m", """
            actions:
              - action: run-script
                name: inner
                parameters: {script: inner}
              - action: show-message
                parameters: {text: "${inner.results}"}
            """);
        workshop.save("outer", List.of("scripts"), "scripts.run(\"m\");");

        workshop.run("outer");

        assertThat(workshop.output.text).hasToString("answer=42\n");
    }

    @Test
    void aDryRunDoesNothing() {
        save("m", """
            actions:
              - action: start-task
                parameters: {task: x}
              - action: send-mail
                parameters: {to: kari@example.org, subject: x}
            """);

        workshop.scripts.run(
                Workshop.ADMIN,
                new ScriptRequest("m", Optional.empty(), Map.of(), "command", true),
                workshop.output,
                CancelToken.NEVER);

        assertThat(workshop.started).isEmpty();
        assertThat(workshop.letters).isEmpty();
        assertThat(workshop.output.logged)
                .containsExactly("dry run: start-task(x)", "dry run: send-mail(kari@example.org)");
    }

    @Test
    void rightsAreThoseOfWhoRunsIt() {
        save("m", """
            actions:
              - action: start-task
                parameters: {task: x}
            """);
        Caller runner = new Caller("user:ola", Set.of(Permission.SCRIPT_RUN), Set.of(), Locale.ENGLISH, Origin.WEB);

        assertThat(workshop.run(runner, "m", CancelToken.NEVER).end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(workshop.started).isEmpty();
    }

    @Test
    void aTriggerRunsAMacroThatBlocks() {
        save("gate", """
            actions:
              - action: block
                when: unit = 100
                parameters: {text: "File ${file} must wait"}
            """);
        workshop.triggers.save(Workshop.ADMIN, trigger("import.file.commit", Phase.BEFORE, "gate"), false);

        Verdict verdict = workshop.handler.before(new Proposal(
                "import.file.commit", "file/1", Workshop.ADMIN, Map.of("unit", "100", "file", "a.xml"), Set.of()));

        assertThat(verdict.blockedBecause()).hasValueSatisfying(message -> assertThat(message.text(Locale.ENGLISH))
                .isEqualTo("File a.xml must wait"));
    }

    private static TriggerDefinition trigger(String topic, Phase phase, String script) {
        return new TriggerDefinition(
                "t", "", topic, phase, "", List.of(script), 0, Duration.ofSeconds(9), OnFailure.PASS, "", true);
    }

    @Test
    void aTriggerRunsAMacroAfterAnEvent() {
        save("tell", """
            actions:
              - action: send-mail
                when: final = true
                parameters: {to: kari@example.org, subject: "${event.subject} failed"}
            """);
        workshop.triggers.save(Workshop.ADMIN, trigger("task.run.failed", Phase.AFTER, "tell"), false);

        workshop.handler.after(new Event(1, "task.run.failed", "task/x", FRIDAY_5, "system", Map.of("final", "true")));
        workshop.handler.after(new Event(2, "task.run.failed", "task/x", FRIDAY_5, "system", Map.of("final", "false")));

        assertThat(workshop.letters).hasSize(1);
    }

    @Test
    void whatIsForEventsFailsWithoutOne() {
        save("m", """
            actions:
              - action: set-field
                parameters: {field: x, value: "1"}
            """);

        assertThat(workshop.run("m").end().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void pluginsAddActions() {
        workshop.actions.add("greet", new Greeting());
        save("m", """
            actions:
              - action: greet
                parameters: {name: Kari, times: "2"}
              - action: show-message
                parameters: {text: "${greet.length}"}
            """);

        workshop.run("m");
        assertThat(workshop.output.text).hasToString("Hello Kari\nHello Kari\n22\n");

        workshop.actions.remove("greet", workshop.actions.named("greet").orElseThrow());
        assertThatThrownBy(() -> workshop.run("m")).hasMessageContaining("greet");
    }

    private static final class Greeting implements MacroAction {
        @Override
        public Message summary() {
            return Message.verbatim("Greets");
        }

        @Override
        public Permission permission() {
            return Permission.SCRIPT_RUN;
        }

        @Override
        public List<TaskParameter> parameters() {
            return List.of(
                    TaskParameter.required("name", TaskParameter.Type.TEXT, Message.verbatim("whom")),
                    TaskParameter.optional("times", TaskParameter.Type.INTEGER, "1", Message.verbatim("how often")));
        }

        @Override
        public List<String> results() {
            return List.of("length");
        }

        @Override
        public Map<String, String> run(ActionCall call) {
            String line = "Hello " + call.parameters().get("name");
            int times = Integer.parseInt(call.parameters().get("times"));
            for (int time = 0; time < times; time++) {
                call.print(line);
            }
            return Map.of("length", String.valueOf((line.length() + 1) * times));
        }
    }

    @Test
    void stepsAreLimited() {
        workshop.scripts.save(
                Workshop.ADMIN,
                new ScriptDefinition(
                        "m",
                        "",
                        "macro",
                        "",
                        List.of(),
                        List.of(),
                        "",
                        new ScriptLimits(1, Duration.ofSeconds(1), 1_000, 100, 1),
                        """
                        actions:
                          - action: show-message
                            parameters: {text: one}
                          - action: show-message
                            parameters: {text: two}
                        """),
                false);

        assertThat(workshop.run("m").end().outcome()).isEqualTo(Outcome.LIMIT);
        assertThat(workshop.output.text).hasToString("one\n");
    }
}
