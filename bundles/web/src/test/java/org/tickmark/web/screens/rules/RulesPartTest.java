package org.tickmark.web.screens.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

/** The rules of a group as they are changed without JavaScript. */
class RulesPartTest extends WorkbenchViewContract {
    private static final String REFERENCE =
            "{\"after\":\"40\",\"kind\":\"one-one\",\"name\":\"ocr\",\"state\":\"automatic\"}";
    private static final String TOTAL =
            "{\"kind\":\"dance\",\"name\":\"total\",\"state\":\"off\",\"steps\":\"two, three\"}";
    private static final String DRAFT = "{\"rules\":[\n" + REFERENCE + ",\n" + TOTAL + "\n]}";

    @Override
    protected WorkbenchView view() {
        return new WorkbenchView() {
            @Override
            public ViewSpec spec() {
                return new ViewSpec(
                        "rules", Perspective.ACCOUNTING, 1, Texts.text("versions"), Permission.RECONCILIATION_READ);
            }

            @Override
            public void render(ViewCall call, Html html) {
                RulesPart.write(call, html, "bank-1930", Map.of(ViewCall.OPEN, "bank-1930"));
            }
        };
    }

    @Override
    protected FakeViewCall goodCall() {
        Table rules = Table.under(
                        Column.integer("position"),
                        Column.text("name"),
                        Column.text("kind"),
                        Column.message("state"),
                        Column.list("parameters"))
                .row(1L, "ocr", "one-one", word("automatic"), List.of("after=40"))
                .row(2L, "total", "dance", word("off"), List.of("steps=two, three"))
                .build();
        Table versions = Table.under(
                        Column.integer("version"),
                        Column.flag("current"),
                        Column.instant("saved_at"),
                        Column.text("saved_by"))
                .row(4L, true, Instant.parse("2026-11-28T03:00:00Z"), "user:kari")
                .row(3L, false, Instant.parse("2026-11-27T03:00:00Z"), "user:ola")
                .build();
        return FakeViewCall.create()
                .answering("rec rules", CommandResult.of(rules))
                .answering("rec versions", CommandResult.of(versions))
                .answering("rec kinds", CommandResult.of("…", List.of(kind())))
                .answering("rec diff", changes("before"))
                .answering("rec save-rules", changes("after"))
                .allowing("rec save-rules")
                .allowing("rec what-if")
                .allowing("rec restore");
    }

    private static Message word(String id) {
        return MessageCatalog.of(RulesPartTest.class).message(id);
    }

    private static Map<String, Object> kind() {
        Map<String, Object> words = Map.of(
                "name",
                "key",
                "type",
                "word",
                "words",
                List.of("typed", "captured"),
                "lowest",
                0,
                "highest",
                0,
                "standard",
                "typed",
                "help",
                "what entries have in common");
        Map<String, Object> number = Map.of(
                "name",
                "after",
                "type",
                "number",
                "words",
                List.of(),
                "lowest",
                0,
                "highest",
                999,
                "standard",
                "30",
                "help",
                "days after");
        Map<String, Object> text = Map.of(
                "name",
                "words",
                "type",
                "text",
                "words",
                List.of(),
                "lowest",
                0,
                "highest",
                200,
                "standard",
                "",
                "help",
                "what texts say");
        return Map.of("kind", "one-one", "summary", "pairs", "parameters", List.of(words, number, text));
    }

    private static CommandResult changes(String what) {
        return CommandResult.of(Table.under(Column.text("what"), Column.text("rule"))
                        .row(what, "ocr")
                        .build())
                .summary(Message.verbatim("one change " + what));
    }

    private String page(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    private FakeViewCall doing(String act) {
        return goodCall().with("opt.text", DRAFT).with("opt.over", "4").with("act", act);
    }

    private static String saved(String text) {
        return "rec save-rules {GROUP=bank-1930, over=4, text=" + text.replace("\"", "&quot;") + "}";
    }

    private static String draft(String... rules) {
        return "{\"rules\":[\n" + String.join(",\n", rules) + "\n]}";
    }

    @Test
    void rulesComeInTheirOrderToBeSavedOverTheVersionThatWasRead() {
        assertThat(page(goodCall()))
                .contains("<td class=\"short\">ocr</td><td title=\"pairs\">one-one</td><td"
                        + " class=\"short\">automatic</td><td>after=40</td>")
                .contains("Version 4, saved by user:kari")
                .contains(saved(DRAFT), "rec what-if {GROUP=bank-1930")
                .contains("value=\"later:0\"", "value=\"earlier:1\"", "value=\"delete:1\"")
                .doesNotContain("value=\"earlier:0\"", "value=\"later:1\"", "one change");
    }

    @Test
    void aRuleIsMovedAndRemovedInTheDraftAlone() {
        assertThat(page(doing("later:0")))
                .contains(saved(draft(TOTAL, REFERENCE)), "one change after")
                .contains("value=\"earlier:1\" autofocus=\"\"");
        assertThat(page(doing("earlier:1"))).contains(saved(draft(TOTAL, REFERENCE)));
        assertThat(page(doing("delete:0"))).contains(saved(draft(TOTAL)));
        assertThat(page(doing("delete:7"))).contains(saved(DRAFT));
    }

    @Test
    void theFieldsOfARuleAreThoseThatItsKindNames() {
        assertThat(page(doing("edit:0")))
                .contains("name=\"rule.name\" value=\"ocr\"", "required=\"\" autofocus=\"\"")
                .contains("<option value=\"\" selected=\"\">as usual: typed</option><option"
                        + " value=\"typed\">typed</option><option value=\"captured\">any number that texts hold"
                        + " (captured)</option>")
                .contains(
                        "name=\"set.after\" value=\"40\"",
                        "type=\"number\" min=\"0\" max=\"999\"",
                        "placeholder=\"30\"")
                .contains("name=\"set.words\" value=\"\"", "maxlength=\"200\"")
                .contains("value=\"take:0\"")
                .doesNotContain("value=\"later:0\"");
    }

    @Test
    void whatAKindThatIsAwayHasSetStaysToBeSeen() {
        assertThat(page(doing("edit:1")))
                .contains("Kind dance is not there just now", "name=\"set.steps\" value=\"two, three\"");
    }

    @Test
    void aRuleThatIsTakenStandsInTheDraftWithoutWhatIsAsUsual() {
        FakeViewCall taken = doing("take:0")
                .with("rule.name", "reference")
                .with("rule.kind", "one-one")
                .with("rule.state", "manual")
                .with("set.key", "captured")
                .with("set.after", " ");
        String rule = "{\"key\":\"captured\",\"kind\":\"one-one\",\"name\":\"reference\",\"state\":\"manual\"}";

        assertThat(page(taken)).contains(saved(draft(rule, TOTAL))).doesNotContain("rule-title");
    }

    @Test
    void aNewRuleSuggestsAndHasANameOfItsOwn() {
        assertThat(page(doing("add:2").with("new", "one-one")))
                .contains("A new rule", "name=\"rule.name\" value=\"one-one\"", "value=\"take:2\"")
                .contains("<option value=\"suggest\" selected=\"\">");
    }

    @Test
    void speaksTheLanguageOfWhoLooks() {
        assertThat(page(goodCall().in(Locale.forLanguageTag("nb"))))
                .contains("Regler, i den rekkefølgen", "automatisk");
        assertThat(page(goodCall().in(Locale.forLanguageTag("sv")))).contains("Regler, i den ordning", ">av</td>");
    }

    @Test
    void aVersionIsComparedAndRestored() {
        assertThat(page(goodCall().with("diff", "3")))
                .contains("Changed since version 3", "before", "rec restore {GROUP=bank-1930, VERSION=3}")
                .doesNotContain("VERSION=4}");
    }
}
