package org.tickmark.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptParameter;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.task.TaskParameter;

/** Scripts that are kept: their versions, and whose they are. */
abstract class StoredScriptsSuite extends ScriptSuite {
    private UserStatus status(String name, Role role, Optional<String> locked) {
        User user = new User(name, "", "", Set.of(role), new TreeSet<>(), Optional.empty());
        return new UserStatus(user, locked, true, FRIDAY_5, Optional.empty(), 1);
    }

    @Test
    void eachSavingIsAVersionAndTheSameTwiceIsOne() {
        assertThat(workshop.save("hello", "printLine(\"one\");")).isEqualTo(1);
        assertThat(workshop.save("hello", "printLine(\"two\");")).isEqualTo(2);
        assertThat(workshop.save("hello", "printLine(\"two\");")).isEqualTo(2);

        assertThat(workshop.scripts.versions(Workshop.ADMIN, "hello"))
                .extracting(ScriptVersion::number)
                .containsExactly(2, 1);
        assertThat(workshop.audit.actions()).containsExactly("script.save", "script.save");
    }

    @Test
    void aDefinitionIsReadBackWhole() {
        ScriptDefinition whole = new ScriptDefinition(
                "month-end",
                "reports/monthly",
                "crmscript",
                "closes: the month",
                List.of(
                        new ScriptParameter("unit", TaskParameter.Type.TEXT, List.of(), Optional.of(""), "which"),
                        new ScriptParameter(
                                "mode", TaskParameter.Type.CHOICE, List.of("a", "b"), Optional.of("a"), "")),
                List.of("mail", "tasks"),
                "os:test",
                new ScriptLimits(10, Duration.ofSeconds(3), 1 << 20, 100, 5),
                "printLine(\"'quotes' \\\\ æøå\");\n\n\t// tab\n");
        workshop.scripts.save(Workshop.ADMIN, whole, false);

        assertThat(workshop.scripts
                        .script(Workshop.ADMIN, "month-end")
                        .orElseThrow()
                        .definition())
                .isEqualTo(whole);

        String text = workshop.scripts.exportText(Workshop.ADMIN, List.of());
        workshop.scripts.remove(Workshop.ADMIN, "month-end", false);
        assertThat(workshop.scripts.importText(Workshop.ADMIN, text, "all.yaml", false))
                .containsExactly("month-end");
        assertThat(workshop.scripts
                        .script(Workshop.ADMIN, "month-end")
                        .orElseThrow()
                        .definition())
                .isEqualTo(whole);
    }

    @Test
    void aScriptThatIsWrongIsNotSavedAndEveryErrorHasItsPlace() {
        Scripts.Saved saved = workshop.scripts.save(
                Workshop.ADMIN,
                Workshop.definition("bad", List.of(), ScriptLimits.USUAL, "Integer a = \"x\";", "b = 1;"),
                false);

        assertThat(saved.version()).isZero();
        assertThat(saved.saved()).isFalse();
        assertThat(saved.problems())
                .extracting(found -> found.position().line())
                .containsExactly(1, 2);
        assertThat(workshop.scripts.script(Workshop.ADMIN, "bad")).isEmpty();
    }

    @Test
    void aDryRunSavesNothing() {
        ScriptDefinition script = Workshop.definition("hello", List.of(), ScriptLimits.USUAL, "print(\"x\");");

        assertThat(workshop.scripts.save(Workshop.ADMIN, script, true).saved()).isTrue();
        assertThat(workshop.scripts.script(Workshop.ADMIN, "hello")).isEmpty();
    }

    @Test
    void anEarlierVersionIsRestoredAsTheNewestAndTheDifferenceShown() {
        workshop.save("hello", "printLine(\"one\");", "printLine(\"same\");");
        workshop.save("hello", "printLine(\"two\");", "printLine(\"same\");");

        assertThat(workshop.scripts.diff(Workshop.ADMIN, "hello", 1, 2)).isEqualTo("""
            --- hello@1
            +++ hello@2
            @@ -1,2 +1,2 @@
            -printLine("one");
            +printLine("two");
             printLine("same");
            """);

        assertThat(workshop.scripts.restore(Workshop.ADMIN, "hello", 1, false).version())
                .isEqualTo(3);
        assertThat(workshop.scripts.diff(Workshop.ADMIN, "hello", 1, 3)).isEmpty();
        assertThatThrownBy(() -> workshop.scripts.restore(Workshop.ADMIN, "hello", 9, false))
                .hasMessageContaining("no version 9");
    }

    @Test
    void aNameThatWasRemovedBeginsAnew() {
        workshop.save("hello", "printLine(\"one\");");
        workshop.scripts.remove(Workshop.ADMIN, "hello", false);

        assertThatThrownBy(() -> workshop.run("hello")).hasMessageContaining("no script hello");
        assertThat(workshop.save("hello", "printLine(\"two\");")).isEqualTo(1);
    }

    @Test
    void aTextWithOneWrongScriptSavesNone() {
        String text = """
            scripts:
              - name: good
                language: crmscript
                text: printLine("x");
              - name: bad
                language: crmscript
                text: printLine(y);
            """;

        assertThatThrownBy(() -> workshop.scripts.importText(Workshop.ADMIN, text, "all.yaml", false))
                .hasMessageContaining("all.yaml:5")
                .hasMessageContaining("bad:1:11");
        assertThat(workshop.scripts.script(Workshop.ADMIN, "good")).isEmpty();
    }

    @Test
    void scriptsOfATextMayIncludeEachOther() {
        String text = """
            scripts:
              - name: main
                language: crmscript
                text: |
                  #include "lib";
                  printLine(greeting());
              - name: lib
                language: crmscript
                text: String greeting() { return "hello"; }
            """;
        workshop.scripts.importText(Workshop.ADMIN, text, "all.yaml", false);

        workshop.run("main");

        assertThat(workshop.output.text).hasToString("hello\n");
    }

    @Test
    void whatADefinitionMayNotHoldIsRefusedWithTheReason() {
        ScriptLimits tooMuch = Workshop.limits(1, Duration.ofDays(2), 1, 1, 1);
        assertThatThrownBy(() ->
                        workshop.scripts.save(Workshop.ADMIN, Workshop.definition("x", List.of(), tooMuch, ""), false))
                .hasMessageContaining("PT48H")
                .hasMessageContaining("PT1H");
        assertThatThrownBy(() -> workshop.save("x", List.of("database"), "")).hasMessageContaining("database");
        assertThatThrownBy(() -> workshop.save("../x", "")).hasMessageContaining("../x");
    }

    @Test
    void aLanguageThatIsAwayIsNamed() {
        assertThatThrownBy(() -> workshop.scripts.save(Workshop.ADMIN, ScriptDefinition.of("x", "cobol", ""), false))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("cobol")
                .hasMessageContaining("crmscript");
    }

    // ---------------------------------------------------------------- rights

    @Test
    void rightsAreAskedAtEveryDoor() {
        workshop.save("hello", "printLine(\"x\");");
        ScriptDefinition script = Workshop.definition("mine", List.of(), ScriptLimits.USUAL, "");
        Caller nobody = new Caller("user:x", Set.of(), Set.of(), Locale.ENGLISH, Origin.WEB);

        assertThatThrownBy(() -> workshop.scripts.save(READER, script, false)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> workshop.scripts.remove(READER, "hello", false))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> workshop.scripts.script(nobody, "hello")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> workshop.run(nobody, "hello", CancelToken.NEVER))
                .isInstanceOf(PermissionDenied.class);
        assertThat(workshop.run(READER, "hello", CancelToken.NEVER).end().outcome())
                .isEqualTo(Outcome.FINISHED);
    }

    @Test
    void aScriptHasTheRightsOfWhoRunsItOrOfItsOwner() {
        ScriptDefinition script =
                Workshop.definition("go", List.of("tasks"), ScriptLimits.USUAL, "tasks.start(\"nightly\");");
        workshop.scripts.save(Workshop.ADMIN, script, false);
        ScriptResult refused = workshop.run(READER, "go", CancelToken.NEVER);
        assertThat(refused.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(workshop.started).isEmpty();

        workshop.users.put("kari", status("kari", Role.VIEWER, Optional.empty()));
        workshop.scripts.save(Workshop.ADMIN, Workshop.owned("user:kari", script), false);
        assertThat(workshop.run(READER, "go", CancelToken.NEVER).end().outcome())
                .isEqualTo(Outcome.FAILED);

        workshop.users.put("kari", status("kari", Role.DEVELOPER, Optional.empty()));
        assertThat(workshop.run(READER, "go", CancelToken.NEVER).end().outcome())
                .isEqualTo(Outcome.FINISHED);
        assertThat(workshop.started).containsExactly("nightly{}");
    }

    @Test
    void anOwnerWhoMayNotSignInRunsNothing() {
        workshop.users.put("kari", status("kari", Role.DEVELOPER, Optional.of("left")));
        workshop.scripts.save(
                Workshop.ADMIN,
                Workshop.owned("user:kari", Workshop.definition("go", List.of(), ScriptLimits.USUAL, "")),
                false);

        assertThatThrownBy(() -> workshop.run("go")).hasMessageContaining("user:kari");
    }

    @Test
    void nobodyGivesAScriptTheRightsOfAnother() {
        ScriptDefinition script = Workshop.definition("go", List.of("tasks"), ScriptLimits.USUAL, "");
        assertThatThrownBy(() -> workshop.scripts.save(DEVELOPER, Workshop.owned("os:root", script), false))
                .hasMessageContaining("owner");

        workshop.scripts.save(Workshop.ADMIN, Workshop.owned("os:root", script), false);
        assertThatThrownBy(() -> workshop.scripts.save(DEVELOPER, script, false))
                .hasMessageContaining("owner");
        assertThatThrownBy(() -> workshop.scripts.remove(DEVELOPER, "go", false))
                .hasMessageContaining("owner");
    }

    @Test
    void whatRunsInAnOwnersNameIncludesNothingThatOthersCanChange() {
        workshop.scripts.save(
                DEVELOPER,
                Workshop.definition("lib", List.of(), ScriptLimits.USUAL, "String text() { return \"x\"; }"),
                false);
        ScriptDefinition script =
                Workshop.definition("go", List.of(), ScriptLimits.USUAL, "#include \"lib\";", "printLine(text());");

        assertThat(workshop.scripts
                        .save(Workshop.ADMIN, Workshop.owned("os:root", script), true)
                        .problems())
                .isNotEmpty();
        assertThat(workshop.scripts.save(Workshop.ADMIN, script, true).problems())
                .isEmpty();
    }

    @Test
    void aScriptIsUsedByWhatIncludesOrRunsItAndByTriggersButNotByWhatOnlySpeaksOfIt() {
        workshop.save("lib", "String text() { return \"x\"; }");
        workshop.save("includes", "#include \"lib\";", "printLine(text());");
        workshop.save("runs", "printLine(\"lib\");");
        workshop.save("speaks", "// lib", "printLine(\"lib2\");");
        workshop.save("left", "#include \"lib\";");
        workshop.save("left", "printLine(\"nothing\");");
        workshop.scripts.save(
                Workshop.ADMIN,
                ScriptDefinition.of(
                        "steps", "macro", "actions:\n  - action: run-script\n    parameters:\n      script: lib\n"),
                false);
        TriggerDefinition tell = new TriggerDefinition(
                "tell",
                "",
                "batch.finished",
                TriggerDefinition.Phase.AFTER,
                "",
                List.of("lib", "runs"),
                0,
                TriggerDefinition.USUAL_BUDGET,
                TriggerDefinition.OnFailure.PASS,
                "",
                true);
        workshop.triggers.save(Workshop.ADMIN, tell, false);

        assertThat(workshop.scripts.usedBy(Workshop.ADMIN, "lib"))
                .containsExactly("script/includes", "script/runs", "script/steps", "trigger/tell");
        assertThat(workshop.scripts.usedBy(Workshop.ADMIN, "speaks")).isEmpty();
    }
}
