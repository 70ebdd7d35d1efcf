package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.api.rule.RuleRun;
import org.tickmark.books.BooksService;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.kind.PluginKinds;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** Which rules a run applies, and what becomes of rules of plugins. */
class RuleRunsTest {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = migrated();
    private static final String GROUP = "bank-1930";
    private static final Rule OCR = new Rule("ocr", "one-one", Rule.State.AUTOMATIC, Map.of());
    private static final Rule PLUGIN = new Rule("special", "first-pair", Rule.State.AUTOMATIC, Map.of());

    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:00Z");
    private final PluginKinds kinds = new PluginKinds();
    private ReconciliationService service;

    private static Transactions migrated() {
        DATABASE.migrate("org.tickmark.books", BooksService.class);
        return DATABASE.migrate("org.tickmark.reconciliation", ReconciliationService.class);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void setUpFjord() {
        RecordingAudit audit = new RecordingAudit();
        RecordingEvents events = new RecordingEvents(clock);
        Company company = new Company(TRANSACTIONS, audit, events);
        service = new ReconciliationService(TRANSACTIONS, kinds, new Readings(), audit, events, clock);
        company.book(
                "bank",
                "2026-01-01",
                "2026-01-31",
                "1000.00",
                "2300.00",
                entry("2026-01-12", "1250.00", "1234574"),
                entry("2026-01-13", "50.00", "Alm", "x"));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                "1000.00",
                "2300.00",
                entry("2026-01-10", "1250.00", "Alm Bygg", "Faktura 1234574"),
                entry("2026-01-10", "50.00", "Berg", "y"));
    }

    /** Pairs the first bank row with the first ledger row, which must have its amount. */
    private static final class FirstPairKind implements RuleKind {
        private RuntimeException failure;

        @Override
        public Message summary() {
            return Message.verbatim("Pairs the first rows");
        }

        @Override
        public void match(RuleRun run) {
            if (failure != null) {
                throw failure;
            }
            for (OpenRow ledger : run.rows()) {
                if (ledger.side() == OpenRow.Side.LEDGER
                        && ledger.amount().compareTo(run.rows().get(0).amount()) == 0) {
                    run.match(
                            List.of(run.rows().get(0), ledger),
                            List.of(Message.translated("the first", "den første", "den första")));
                    return;
                }
            }
        }
    }

    private void save(Rule... rules) {
        service.save(CALLER, new Group(GROUP, "fjord", List.of("bank"), List.of("1930"), true, List.of(rules)));
    }

    private GroupRun run(boolean scheduled, String... rules) {
        return service.run(
                        CALLER,
                        new ReconciliationRequest(
                                List.of(), List.of(), List.of(rules), scheduled, Optional.empty(), false),
                        Progress.NONE,
                        CancelToken.NEVER)
                .get(0);
    }

    private static List<String> applied(GroupRun run) {
        return run.rules().stream().map(GroupRun.RuleCount::rule).toList();
    }

    private static Rule rule(String name, Rule.State state) {
        return new Rule(name, "one-one", state, Map.of());
    }

    @Test
    void theStateOfARuleSaysInWhichRunsItIsApplied() {
        save(
                rule("auto", Rule.State.AUTOMATIC),
                rule("hint", Rule.State.SUGGEST),
                rule("by-hand", Rule.State.UNSCHEDULED),
                rule("named", Rule.State.MANUAL),
                rule("never", Rule.State.OFF));
        assertThat(applied(run(true))).containsExactly("auto", "hint");
        assertThat(applied(run(false))).containsExactly("auto", "hint", "by-hand");
        assertThat(applied(run(false, "named"))).containsExactly("named");
        assertThat(applied(run(true, "named", "auto"))).containsExactly("auto", "named");
    }

    @Test
    void aRuleThatOnlySuggestsDoesSoWhenItIsNamedToo() {
        save(rule("hint", Rule.State.SUGGEST));
        assertThat(run(false, "hint").matchedEntries()).isZero();
    }

    @Test
    void aRunThatNamesARuleThatIsNotThereOrOffFailsForThatGroup() {
        save(OCR, rule("never", Rule.State.OFF));
        for (String name : List.of("orc", "never")) {
            GroupRun run = run(false, name);
            assertThat(run.problems()).extracting(Problem::code).containsExactly("rec.unknown-rule");
            assertThat(run.problems().get(0).text(Locale.ENGLISH))
                    .contains(name)
                    .contains("ocr");
        }
        assertThat(service.matches(CALLER, GROUP)).isEmpty();
    }

    @Test
    void aMatchOfAPluginStandsWithItsReasonsWhenThePluginIsGone() {
        FirstPairKind kind = new FirstPairKind();
        kinds.add(kind, Map.of(RuleKind.RULE, "first-pair"));
        save(PLUGIN, OCR);
        assertThat(run(false).matchedEntries()).isEqualTo(2);
        kinds.remove(kind);

        Match match = service.matches(CALLER, GROUP).get(0);
        assertThat(match.rule()).isEqualTo("special");
        assertThat(match.evidence().get(0).text(Locale.forLanguageTag("sv"))).isEqualTo("den första");

        GroupRun waiting = run(false);
        assertThat(waiting.problems()).extracting(Problem::code).containsExactly("rec.rule-waits");
        assertThat(waiting.proof().orElseThrow().ok()).isTrue();
    }

    @Test
    void aPluginThatFailsFailsItsRuleAlone() {
        FirstPairKind kind = new FirstPairKind();
        kind.failure = new IllegalStateException("no coffee left");
        kinds.add(kind, Map.of(RuleKind.RULE, "first-pair"));
        save(PLUGIN, OCR);
        GroupRun run = run(false);
        assertThat(run.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("rec.rule-failed");
            assertThat(problem.text(Locale.ENGLISH)).contains("special", "no coffee left");
        });
        assertThat(run.matchedEntries()).isEqualTo(2);
        assertThat(service.standing(CALLER, GROUP, Optional.empty()).open()).hasSize(2);
    }

    @Test
    void aKindThatNobodyAddsIsRefusedUnlessTheGroupHasItAlready() {
        Problem refusal = Assertions.catchThrowableOfType(TickmarkException.class, () -> save(PLUGIN))
                .problem();
        assertThat(refusal.code()).isEqualTo("rec.invalid");
        assertThat(refusal.text(Locale.ENGLISH)).contains("first-pair", "plugin");

        FirstPairKind kind = new FirstPairKind();
        kinds.add(kind, Map.of(RuleKind.RULE, "first-pair"));
        save(PLUGIN);
        kinds.remove(kind);
        save(OCR, PLUGIN);
        assertThat(service.group(CALLER, GROUP).orElseThrow().rules()).containsExactly(OCR, PLUGIN);
        assertThat(service.exportText(CALLER, List.of(GROUP))).contains("kind: first-pair");
    }

    @Test
    void aTemplateBecomesTheGroupsOwnRules() {
        service.importText(CALLER, text("template: with-differences"), "company.yaml", false);
        List<Rule> rules = service.group(CALLER, GROUP).orElseThrow().rules();
        assertThat(rules)
                .filteredOn(rule -> rule.kind().equals("one-one-tolerant"))
                .hasSize(4)
                .allMatch(rule -> rule.state() == Rule.State.AUTOMATIC);
        assertThat(rules)
                .extracting(Rule::name)
                .containsExactlyElementsOf(
                        RuleList.standard().stream().map(Rule::name).toList());
        String exported = service.exportText(CALLER, List.of(GROUP));
        assertThat(exported).contains("kind: one-one-tolerant").doesNotContain("template");
        service.importText(CALLER, exported, "company.yaml", false);
        assertThat(service.group(CALLER, GROUP).orElseThrow().rules()).isEqualTo(rules);
    }

    @Test
    void aTemplateThatIsUnknownOrBesideRulesIsRefused() {
        assertThat(refused("template: nightly")).contains("nightly", "with-differences");
        assertThat(refused("template: standard\n    rules: [{name: x, kind: reversal}]"))
                .contains("template or rules");
    }

    private String refused(String rules) {
        return Assertions.catchThrowableOfType(
                        TickmarkException.class, () -> service.importText(CALLER, text(rules), "company.yaml", false))
                .problem()
                .text(Locale.ENGLISH);
    }

    private static String text(String rules) {
        return """
                groups:
                  - name: bank-1930
                    unit: fjord
                    bank: [bank]
                    ledger: ["1930"]
                    %s
                """.formatted(rules);
    }
}
