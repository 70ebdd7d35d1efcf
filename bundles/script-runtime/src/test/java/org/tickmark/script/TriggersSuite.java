package org.tickmark.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.event.Event;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.script.EventKind;
import org.tickmark.api.host.script.Firing;
import org.tickmark.api.host.script.Firing.Outcome;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.api.host.script.TriggerDefinition.OnFailure;
import org.tickmark.api.host.script.TriggerDefinition.Phase;
import org.tickmark.api.host.script.Triggers;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.event.EventsComponent;

abstract class TriggersSuite extends ScriptSuite {
    private static final String BEFORE = "import.file.commit";
    private static final String AFTER = "task.run.failed";

    private long nextEvent = 1;

    @BeforeAll
    void migrateEvents() {
        database.migrate("org.tickmark.platform", EventsComponent.class);
    }

    private static TriggerDefinition before(String name, String script) {
        return new TriggerDefinition(
                name,
                "",
                BEFORE,
                Phase.BEFORE,
                "",
                List.of(script),
                0,
                Duration.ofSeconds(10),
                OnFailure.PASS,
                "",
                true);
    }

    private static TriggerDefinition after(String name, String script) {
        return new TriggerDefinition(
                name, "", AFTER, Phase.AFTER, "", List.of(script), 0, Duration.ofSeconds(10), OnFailure.PASS, "", true);
    }

    private static TriggerDefinition with(TriggerDefinition one, String condition, int priority, OnFailure onFailure) {
        return new TriggerDefinition(
                one.name(),
                one.description(),
                one.topic(),
                one.phase(),
                condition,
                one.scripts(),
                priority,
                one.budget(),
                onFailure,
                one.owner(),
                one.enabled());
    }

    private void save(TriggerDefinition definition) {
        workshop.triggers.save(Workshop.ADMIN, definition, false);
    }

    private Verdict propose(String unit) {
        return workshop.handler.before(new Proposal(
                BEFORE, "file/812", Workshop.ADMIN, Map.of("unit", unit, "file", "a.xml"), Set.of("file")));
    }

    private void happened(String subject) {
        workshop.handler.after(new Event(
                nextEvent++, AFTER, subject, clock.instant(), "system", Map.of("state", "FAILED", "run", "7")));
    }

    private List<Object> outcomes() {
        return new FiringRecords(transactions)
                .list(Workshop.ADMIN, RecordQuery.first(200)).rows().stream()
                        .map(row -> row.get(8))
                        .toList();
    }

    // ---------------------------------------------------------------- before

    @Test
    void aTriggerMayLetPassChangeAndBlock() {
        workshop.save(
                "check",
                "EventData e = getEventData();",
                "if (e.getInputValue(\"unit\") == \"100\") {",
                "  e.setBlockExecution(true);",
                "  e.setMessage(\"Unit 100 is closed\");",
                "}",
                "if (e.getInputValue(\"unit\") == \"200\") { e.setOutputValue(\"file\", \"b.xml\"); }");
        save(before("guard", "check"));

        assertThat(propose("300").blockedBecause()).isEmpty();
        assertThat(propose("300").changes()).isEmpty();
        assertThat(propose("200").changes()).containsExactly(Map.entry("file", "b.xml"));
        assertThat(propose("100").blockedBecause())
                .hasValueSatisfying(
                        message -> assertThat(message.text(Locale.ENGLISH)).isEqualTo("Unit 100 is closed"));
        assertThat(outcomes()).containsExactly("PASSED", "PASSED", "CHANGED", "BLOCKED");
    }

    @Test
    void laterTriggersSeeWhatEarlierOnesChangedAndLeft() {
        workshop.save(
                "first",
                "EventData e = getEventData();",
                "e.setOutputValue(\"file\", \"first.xml\");",
                "e.setStateValue(\"left\", \"yes\");");
        workshop.save(
                "second",
                "EventData e = getEventData();",
                "e.setBlockExecution(true);",
                "e.setMessage(e.getInputValue(\"file\") + e.getStateValue(\"left\"));");
        save(with(before("a-late", "second"), "", -1, OnFailure.PASS));
        save(before("b-early", "first"));

        assertThat(propose("1").blockedBecause()).hasValueSatisfying(message -> assertThat(message.text(Locale.ENGLISH))
                .isEqualTo("first.xmlyes"));
    }

    @Test
    void aFailureLetsPassUnlessTheTriggerIsSetToBlock() {
        workshop.save("broken", "throw \"no\";");
        save(before("guard", "broken"));
        assertThat(propose("1").blockedBecause()).isEmpty();

        save(with(before("guard", "broken"), "", 0, OnFailure.BLOCK));
        assertThat(propose("1").blockedBecause()).hasValueSatisfying(message -> assertThat(message.text(Locale.ENGLISH))
                .contains("guard")
                .contains("no"));
        assertThat(outcomes()).containsExactly("FAILED", "FAILED");
    }

    @Test
    void whatKeepsAScriptFromBeginningIsAFailureToo() {
        save(with(before("guard", "missing"), "", 0, OnFailure.BLOCK));

        assertThat(propose("1").blockedBecause()).hasValueSatisfying(message -> assertThat(message.text(Locale.ENGLISH))
                .contains("missing"));
    }

    @Test
    void aFieldThatMayNotBeChangedIsAFailure() {
        workshop.save("change", "getEventData().setOutputValue(\"unit\", \"9\");");
        save(before("guard", "change"));

        assertThat(propose("1").changes()).isEmpty();
        assertThat(outcomes()).containsExactly("FAILED");
    }

    @Test
    void aConditionThatDoesNotHoldLeavesNoTrace() {
        workshop.save("block", "getEventData().setBlockExecution(true);");
        save(with(before("guard", "block"), "unit = 100 and event.subject begins file/", 0, OnFailure.PASS));

        assertThat(propose("200").blockedBecause()).isEmpty();
        assertThat(outcomes()).isEmpty();
        assertThat(propose("100").blockedBecause())
                .hasValueSatisfying(
                        message -> assertThat(message.text(Locale.ENGLISH)).contains("guard"));
    }

    @Test
    void aScriptThatSleepsBeyondTheBudgetIsAFailure() {
        workshop.save("sleeper", "sleep(60);");
        save(before("guard", "sleeper"));

        assertThat(propose("1").blockedBecause()).isEmpty();
        assertThat(Duration.between(FRIDAY_5, clock.instant())).isLessThanOrEqualTo(Duration.ofSeconds(61));
        assertThat(outcomes()).containsExactly("FAILED");
    }

    @Test
    void aTriggerThatIsSwitchedOffDoesNothing() {
        workshop.save("block", "getEventData().setBlockExecution(true);");
        save(before("guard", "block"));
        workshop.triggers.enable(Workshop.ADMIN, "guard", false);

        assertThat(propose("1").blockedBecause()).isEmpty();
        assertThat(workshop.handler.topics()).isEmpty();
    }

    // ---------------------------------------------------------------- after

    @Test
    void anEventIsReactedToOnceHoweverOftenItIsDelivered() {
        workshop.save(
                "mail",
                List.of("mail"),
                "mail.send(\"kari@example.org\", getEventData().getInputValue(\"run\"), \"x\");");
        save(after("tell", "mail"));
        Event event = new Event(5, AFTER, "task/x", FRIDAY_5, "system", Map.of("run", "7"));

        workshop.handler.after(event);
        workshop.handler.after(event);

        assertThat(workshop.letters).hasSize(1);
        assertThat(workshop.letters.get(0).content().subject().text(Locale.ENGLISH))
                .isEqualTo("7");
        assertThat(outcomes()).containsExactly("REACTED");
    }

    @Test
    void aFailureIsLoggedAndNothingElse() {
        workshop.save("broken", "throw \"no\";");
        save(after("tell", "broken"));

        happened("task/x");

        assertThat(outcomes()).containsExactly("FAILED");
    }

    @Test
    void parametersOfAScriptComeFromTheEvent() {
        String text = """
            scripts:
              - name: typed
                language: crmscript
                grants: [tasks]
                parameters:
                  - name: run
                    type: integer
                text: tasks.start("look-at-" + getVariable("run"));
            """;
        workshop.scripts.importText(Workshop.ADMIN, text, "typed.yaml", false);
        save(after("tell", "typed"));

        happened("task/x");

        assertThat(workshop.started).containsExactly("look-at-7{}");
    }

    // ---------------------------------------------------------------- loops (case A21)

    @Test
    void a21_aTriggerDoesNotRunWithinItself() {
        workshop.save("count", List.of("tasks"), "tasks.start(\"again\");");
        workshop.save("block", "getEventData().setBlockExecution(true);");
        save(with(before("guard", "count"), "", 0, OnFailure.PASS));
        workshop.onStart = () -> propose("1");

        propose("1");

        assertThat(workshop.started).hasSize(1);
        assertThat(outcomes()).containsExactly("LOOP", "PASSED");
    }

    @Test
    void a21_aTriggerThatSetsItselfOffThroughEventsIsSwitchedOff() {
        workshop.save("again", List.of("tasks"), "tasks.start(\"x\");");
        save(after("loop", "again"));

        for (int round = 0; round < 100; round++) {
            happened("task/x");
            clock.advance(Duration.ofMillis(100));
        }

        assertThat(workshop.started).hasSize(Triggers.MOST_OF_SUBJECT);
        assertThat(workshop.triggers
                        .trigger(Workshop.ADMIN, "loop")
                        .orElseThrow()
                        .enabled())
                .isFalse();
        assertThat(new TriggerRecords(transactions)
                        .list(Workshop.ADMIN, RecordQuery.first(1))
                        .rows()
                        .get(0)
                        .get(5)
                        .toString())
                .contains("task/x");
        assertThat(workshop.audit.actions()).contains("trigger.suspend");

        workshop.triggers.enable(Workshop.ADMIN, "loop", true);
        happened("task/x");
        assertThat(workshop.started).hasSize(Triggers.MOST_OF_SUBJECT + 1);
    }

    @Test
    void manyThingsInTheirTimeAreNoLoop() {
        workshop.save("nothing", "");
        save(after("tell", "nothing"));

        for (int round = 0; round < 50; round++) {
            happened("task/x");
            clock.advance(Duration.ofSeconds(4));
        }

        assertThat(outcomes()).hasSize(50).containsOnly("REACTED");
    }

    // ---------------------------------------------------------------- rights, trying, texts

    @Test
    void scriptsRunInTheNameOfTheTriggersOwnerNotOfWhoCausesTheEvent() {
        workshop.save("start", List.of("tasks"), "tasks.start(\"x\");");
        workshop.triggers.save(DEVELOPER, after("tell", "start"), false);

        happened("task/x");

        assertThat(outcomes()).as("kari is not there").containsExactly("FAILED");
        assertThat(workshop.started).isEmpty();
    }

    @Test
    void rightsAreAskedAtEveryDoor() {
        Caller reader = new Caller("user:ola", Set.of(Permission.SCRIPT_READ), Set.of(), Locale.ENGLISH, Origin.WEB);
        save(before("guard", "x"));

        assertThatThrownBy(() -> workshop.triggers.save(reader, before("mine", "x"), false))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> workshop.triggers.enable(reader, "guard", false))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> workshop.triggers.enable(DEVELOPER, "guard", false))
                .hasMessageContaining("owner");
        assertThatThrownBy(() -> workshop.triggers.test(DEVELOPER, "guard", Triggers.Sample.OF_TOPIC, workshop.output))
                .hasMessageContaining("owner");
        assertThat(workshop.triggers.trigger(reader, "guard")).isPresent();
    }

    @Test
    void aTriggerIsTriedOnASampleWithoutDoingAnything() {
        workshop.save(
                "start",
                List.of("tasks"),
                "tasks.start(\"x\");",
                "getEventData().setMessage(getEventData().getInputValue(\"unit\"));");
        save(before("guard", "start").enabled(false));

        Firing firing = workshop.triggers.test(Workshop.ADMIN, "guard", Triggers.Sample.OF_TOPIC, workshop.output);

        assertThat(firing.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(firing.message()).isEqualTo("100");
        assertThat(workshop.started).isEmpty();
        assertThat(workshop.output.logged).containsExactly("dry run: tasks.start(x)");
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void aTriggerIsTriedOnAnEventOfThePast() {
        workshop.save("say", "getEventData().setMessage(getEventData().getInputValue(\"run\"));");
        save(after("tell", "say"));
        long id = transactions.inTransaction(tx -> Sql.on(
                        tx.connection(),
                        "insert into event (topic, subject, at, caller, fields) values (?, ?, ?, ?, ?)")
                .with(AFTER, "task/old", FRIDAY_5, "system", "{\"run\":\"99\"}")
                .insert());

        Triggers.Sample sample = workshop.triggers.event(Workshop.ADMIN, id);
        Firing firing = workshop.triggers.test(Workshop.ADMIN, "tell", sample, workshop.output);

        assertThat(sample.subject()).isEqualTo("task/old");
        assertThat(firing.message()).isEqualTo("99");
        assertThatThrownBy(() -> workshop.triggers.event(Workshop.ADMIN, id + 1))
                .hasMessageContaining("not kept");
    }

    @Test
    void whatIsDoubtfulIsSaidAndWhatIsWrongRefused() {
        TriggerDefinition strange = new TriggerDefinition(
                "t",
                "",
                "plugin.thing",
                Phase.AFTER,
                "",
                List.of("missing"),
                0,
                Duration.ofSeconds(1),
                OnFailure.PASS,
                "",
                true);
        assertThat(workshop.triggers.save(Workshop.ADMIN, strange, true))
                .extracting(Problem::code)
                .containsExactly("trigger.topic", "trigger.script");

        assertThatThrownBy(() -> save(with(after("t", "x"), "", 0, OnFailure.BLOCK)))
                .hasMessageContaining("BLOCK");
        assertThatThrownBy(() -> save(with(after("t", "x"), "state ==", 0, OnFailure.PASS)))
                .hasMessageContaining("column");
        assertThat(workshop.triggers.trigger(Workshop.ADMIN, "t")).isEmpty();
    }

    @Test
    void triggersAreWrittenAndReadBackAsText() {
        TriggerDefinition whole = new TriggerDefinition(
                "t",
                "why",
                "task.*",
                Phase.BEFORE,
                "a = 1",
                List.of("x", "y"),
                7,
                Duration.ofSeconds(3),
                OnFailure.BLOCK,
                "os:other",
                false);
        save(whole);
        String text = workshop.triggers.exportText(Workshop.ADMIN, List.of());
        workshop.triggers.remove(Workshop.ADMIN, "t", false);

        assertThat(workshop.triggers.importText(Workshop.ADMIN, text, "t.yaml", false))
                .containsExactly("t");
        assertThat(workshop.triggers.trigger(Workshop.ADMIN, "t")).isEqualTo(Optional.of(whole));
    }

    @Test
    void everyKindOfEventExplainsItself() {
        assertThat(workshop.triggers.events(Workshop.ADMIN)).isNotEmpty().allSatisfy(kind -> {
            assertThat(kind.sample()).as(kind.topic()).isNotEmpty();
            assertThat(kind.summary().text(Locale.ENGLISH))
                    .isNotEqualTo(kind.summary().id());
        });
        assertThat(workshop.triggers.events(Workshop.ADMIN))
                .extracting(EventKind::topic)
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
