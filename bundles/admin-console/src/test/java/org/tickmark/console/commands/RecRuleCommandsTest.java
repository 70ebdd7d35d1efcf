package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.GroupVersion;
import org.tickmark.api.host.reconciliation.KnownKind;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.RuleChange;
import org.tickmark.api.host.reconciliation.RuleEdit;
import org.tickmark.api.host.reconciliation.RuleProposal;
import org.tickmark.api.host.reconciliation.RuleWork;
import org.tickmark.api.host.reconciliation.WhatIf;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

class RecRuleCommandsTest {
    private static final Rule OCR = new Rule("ocr", "one-one", Rule.State.AUTOMATIC, Map.of());
    private static final Rule WIDER = new Rule("ocr", "one-one", Rule.State.AUTOMATIC, Map.of("after", "40"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final List<String> done = new ArrayList<>();
    private final RuleWork rules = Partly.implemented(RuleWork.class, new Methods());

    /** What the commands call of the service. */
    public final class Methods {
        List<KnownKind> kinds() {
            RuleParameter after = RuleParameter.number("after", 30, 0, 999, Message.verbatim("days after"));
            return List.of(
                    new KnownKind("one-one", Message.verbatim("pairs"), List.of(after)),
                    new KnownKind("chain", Message.verbatim("what lies between"), List.of()));
        }

        List<Rule> effective(List<Rule> own) {
            return own.isEmpty() ? List.of(OCR) : own;
        }

        List<RuleChange> save(Caller caller, String group, RuleEdit edit) {
            done.add("save " + edit);
            return List.of(new RuleChange(RuleChange.What.CHANGED, "ocr", "after", "", "40"));
        }

        List<GroupVersion> versions(Caller caller, String group) {
            return List.of(version(2, WIDER), version(1, OCR));
        }

        List<RuleChange> changes(Caller caller, String group, int from, int to) {
            done.add("changes " + from + " " + to);
            return List.of(new RuleChange(RuleChange.What.CHANGED, "ocr", "after", "", "40"));
        }

        void restore(Caller caller, String group, int version, String reason) {
            done.add("restore " + version + " " + reason);
        }

        List<Rule> rules(String text, String from) {
            done.add("read " + from + " " + text.strip());
            return List.of(WIDER);
        }

        WhatIf whatIf(
                Caller caller,
                String group,
                List<Rule> before,
                List<Rule> after,
                Optional<LocalDate> from,
                Optional<LocalDate> until,
                CancelToken cancel) {
            done.add("what-if " + before + " " + after + " " + from + " " + until);
            WhatIf.Example example = new WhatIf.Example(
                    WhatIf.Difference.LOST,
                    "ocr",
                    List.of(
                            new WhatIf.Row(12, Side.BANK, MONDAY, new BigDecimal("100.00")),
                            new WhatIf.Row(13, Side.LEDGER, MONDAY, new BigDecimal("100.00"))),
                    List.of(Message.verbatim("the same number")));
            return new WhatIf(
                    group,
                    "SEK",
                    6,
                    new WhatIf.Made(List.of(new RuleCount("ocr", "one-one", 2, 2, 2)), 1, 0, List.of()),
                    new WhatIf.Made(List.of(new RuleCount("ocr", "one-one", 1, 1, 1)), 0, 0, List.of()),
                    1,
                    0,
                    1,
                    0,
                    List.of(example));
        }

        List<RuleProposal> proposals(Caller caller, String group, CancelToken cancel) {
            return List.of(new RuleProposal("3f9a1c07be", WIDER, List.of(7L, 8L, 9L), 4, 2, List.of()));
        }

        Rule adopt(Caller caller, String group, String proposal) {
            done.add("adopt " + proposal);
            return WIDER;
        }
    }

    private static GroupVersion version(int number, Rule rule) {
        Group group = new Group("bank", "100", List.of("bank"), List.of("1930"), true, List.of(rule));
        return new GroupVersion(
                number,
                group,
                "groups: version " + number + "\n",
                Optional.of(Instant.parse("2026-06-01T06:00:00Z")),
                "os:kari",
                "",
                number == 2);
    }

    private ExitCode run(String... words) {
        terminal.at(folder);
        return new Workbench()
                .with(RecRuleCommands.of(rules).toArray(WorkbenchCommand[]::new))
                .run(terminal, words);
    }

    @Test
    void listsTheRulesThatAreAppliedAndTheKindsThatThereAre() {
        run("rec", "rules", "bank", "-o", "json");
        assertThat(terminal.out()).contains("\"name\": \"ocr\"", "\"state\": \"automatic\"", "\"after=40\"");
        run("rec", "kinds", "one-one");
        assertThat(terminal.out())
                .contains("one-one: pairs", "after  0..999  30  days after")
                .doesNotContain("chain");
        run("rec", "kinds", "-o", "json");
        assertThat(terminal.out()).contains("\"kind\": \"chain\"", "\"type\": \"number\"", "\"highest\": 999");
        assertThat(run("rec", "kinds", "dance")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void savesRulesWithAReasonOverTheVersionThatTheyWereMadeOf() {
        assertThat(run("rec", "save-rules", "bank", "--reason=wider")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "save-rules", "bank", "--text=rules: []")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "save-rules", "bank", "--text=rules: []", "--rules=x.yaml", "--reason=wider"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(done).isEmpty();
        run("rec", "save-rules", "bank", "--text=rules: []", "--over=2", "--reason=wider");
        assertThat(done)
                .containsExactly(
                        "read --text rules: []",
                        "save " + new RuleEdit(List.of(WIDER), OptionalInt.of(2), "wider", false));
        assertThat(terminal.err()).endsWith("Group bank has other rules: one change.\n");
        run("rec", "save-rules", "bank", "--text=rules: []", "--dry-run");
        assertThat(done).endsWith("save " + new RuleEdit(List.of(WIDER), OptionalInt.empty(), "", true));
        assertThat(terminal.err()).endsWith("One change of the rules of group bank would be saved.\n");
    }

    @Test
    void listsVersionsAndShowsOne() {
        run("rec", "versions", "bank", "-o", "json");
        assertThat(terminal.out()).contains("\"version\": 2", "\"current\": true", "\"saved_by\": \"os:kari\"");
        run("rec", "version", "bank", "1");
        assertThat(terminal.out()).endsWith("groups: version 1\n");
        assertThat(run("rec", "version", "bank", "7")).isNotEqualTo(ExitCode.OK);
        assertThat(run("rec", "version", "bank", "99999999999")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void tellsWhatChangedSinceAVersion() {
        run("rec", "diff", "bank", "1", "-o", "json");
        assertThat(done).containsExactly("changes 1 2");
        assertThat(terminal.out()).contains("\"what\": \"changed\"", "\"field\": \"after\"", "\"after\": \"40\"");
        run("rec", "diff", "bank", "2", "1");
        assertThat(done).endsWith("changes 2 1");
    }

    @Test
    void restoresWithAReasonAndConsent() {
        assertThat(run("rec", "restore", "bank", "1", "--yes")).isEqualTo(ExitCode.USAGE);
        terminal.answering("n");
        run("rec", "restore", "bank", "1", "--reason=too wide");
        assertThat(done).isEmpty();
        run("rec", "restore", "bank", "1", "--reason=too wide", "--yes");
        assertThat(done).containsExactly("restore 1 too wide");
        assertThat(terminal.err()).endsWith("Group bank has the rules of its version 1 again.\n");
    }

    @Test
    void triesRulesOfAFileOrAVersionButNotBoth() throws IOException {
        Files.writeString(folder.resolve("wider.yaml"), "rules: []\n");
        run("rec", "what-if", "bank", "--rules", "wider.yaml", "--from", "2026-01-01");
        assertThat(done)
                .containsExactly(
                        "read wider.yaml rules: []",
                        "what-if [" + WIDER + "] [" + WIDER + "] Optional[2026-01-01] Optional.empty");
        assertThat(terminal.out())
                .contains("The first rules: 2 matches of 4 entries; 1 as people matched by hand")
                .contains("lost: ocr")
                .contains("the same number");
        assertThat(terminal.err()).contains("6 entries: 1 matches the same, 0 gained, 1 lost, 0 changed");
        run("rec", "what-if", "bank", "--version", "1", "--against", "2", "-o", "json");
        assertThat(done).endsWith("what-if [" + WIDER + "] [" + OCR + "] Optional.empty Optional.empty");
        assertThat(terminal.out()).contains("\"lost\": 1", "\"difference\": \"lost\"");
        run("rec", "what-if", "bank", "--text", "rules: []");
        assertThat(done).contains("read --text rules: []");
        assertThat(run("rec", "what-if", "bank")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "what-if", "bank", "--version", "1", "--rules", "wider.yaml"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void listsWhatWasLearnedAndAddsIt() {
        run("rec", "proposals", "bank", "-o", "json");
        assertThat(terminal.out()).contains("\"proposal\": \"3f9a1c07be\"", "\"alike\": 4", "\"after=40\"");
        run("rec", "adopt", "bank", "3f9a1c07be");
        assertThat(done).containsExactly("adopt 3f9a1c07be");
        assertThat(terminal.err()).contains("Rule ocr suggests in group bank from now on.");
    }
}
