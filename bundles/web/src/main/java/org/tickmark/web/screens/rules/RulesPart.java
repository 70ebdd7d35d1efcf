package org.tickmark.web.screens.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;
import org.tickmark.web.screens.rules.RuleDraft.Entry;
import org.tickmark.web.work.Notices;

/**
 * The rules of a group in their order, to be added, changed, moved and removed; below, their versions. What is changed is a draft that each page keeps in its
 * form and hands on to the next; it is tried and saved by the commands that the shell has. All of it is plain forms; {@code rows.js} adds the keys.
 */
public final class RulesPart {
    private static final String FORM = "rules-form";
    private static final String TRY = "rules-try";

    /** Parameter: the draft. */
    private static final String DRAFT = ViewCall.OPTION + "text";

    /** Parameter: what is done to the draft, and to which rule, such as {@code later:3}. */
    private static final String ACT = "act";

    /** Parameter: the kind of a rule that is added. */
    private static final String NEW = "new";

    /** Parameter: the version that is compared with the newest. */
    private static final String DIFF = "diff";

    private static final String OVER = ViewCall.OPTION + "over";
    private static final int VERSIONS = 20;

    private final Page page;
    private final ViewCall call;
    private final Html html;
    private final String group;
    private final String here;
    private final Table versions;
    private final Map<String, Facts> kinds;

    private RulesPart(Page page, String group, Map<String, String> address) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
        this.group = group;
        this.here = call.link(address);
        this.versions = table(call.ask("rec", "versions", "--", group));
        this.kinds = Facts.list(call.ask("rec", "kinds").document().orElse(List.of())).stream()
                .collect(Collectors.toMap(
                        kind -> kind.text("kind"), kind -> kind, (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * Writes it.
     *
     * @param address the parameters of the page that it stands on
     */
    public static void write(ViewCall call, Html html, String group, Map<String, String> address) {
        new RulesPart(Texts.page(call, html), group, address).write(address);
    }

    private static Table table(CommandResult result) {
        return result.table().orElseGet(() -> Table.under(List.of()).build());
    }

    private void write(Map<String, String> address) {
        CommandResult told = call.ask("rec", "rules", "--", group);
        Table standing = table(told);
        saved();
        told.summary().ifPresent(line -> page.card("", line.text(page.locale())));
        if (standing.rows().size() > RuleDraft.MOST) {
            page.card("warning", page.text("many", RuleDraft.MOST));
        }
        boolean changes = call.caller().may(Permission.RECONCILIATION_EDIT)
                && standing.rows().size() <= RuleDraft.MOST;
        if (changes) {
            change(standing);
        } else {
            list(RuleDraft.of(standing), Act.NOTHING, false);
        }
        versions(address);
    }

    /** Which version stands, and whose it is. */
    private void saved() {
        versions.rows().stream().limit(1).forEach(row -> {
            List<String> cells = call.cells(versions, row);
            List<String> names =
                    versions.columns().stream().map(column -> column.name()).toList();
            html.element(
                    "p",
                    page.text(
                            "saved",
                            cells.get(names.indexOf("version")),
                            cells.get(names.indexOf("saved_by")),
                            cells.get(names.indexOf("saved_at"))));
        });
    }

    private String newest() {
        return versions.rows().isEmpty()
                ? ""
                : String.valueOf(versions.rows().get(0).get(0));
    }

    // ---------------------------------------------------------------- the draft

    /**
     * What is done to the draft.
     *
     * @param what the word for it
     * @param at to which rule; -1 for none
     */
    private record Act(String what, int at) {
        static final Act NOTHING = new Act("", -1);

        static Act of(Optional<String> text) {
            return text.filter(given -> given.matches("[a-z]{1,10}:\\d{1,9}"))
                    .map(given -> given.split(":", 2))
                    .map(parts -> new Act(parts[0], Integer.parseInt(parts[1])))
                    .orElse(NOTHING);
        }

        boolean is(String word) {
            return what.equals(word);
        }
    }

    private void change(Table standing) {
        Act act = Act.of(call.parameter(ACT));
        Optional<String> kept = call.parameter(DRAFT);
        RuleDraft before = kept.map(RuleDraft::read).orElseGet(() -> RuleDraft.of(standing));
        RuleDraft draft = done(act, before);
        String over =
                act.is("over") ? String.valueOf(act.at()) : call.parameter(OVER).orElse(newest());
        boolean right = kept.isEmpty() || differs(draft, over);
        Optional<Integer> opened = opened(act, draft, right);
        opened.ifPresent(at -> rule(at, draft));
        save(draft, over, opened.isPresent());
        list(draft, act, opened.isEmpty());
    }

    private RuleDraft done(Act act, RuleDraft draft) {
        int at = act.at();
        return switch (act.what()) {
            case "earlier" -> draft.moved(at, at - 1);
            case "later" -> draft.moved(at, at + 1);
            case "delete" -> draft.without(at);
            case "take" -> draft.with(at, RuleForm.read(call, kinds, rule(draft, at)));
            default -> draft;
        };
    }

    private static Optional<Entry> rule(RuleDraft draft, int at) {
        return draft.has(at) ? Optional.of(draft.rules().get(at)) : Optional.empty();
    }

    /** The rule whose fields are shown: one that is to be changed, a new one, or one that was taken and is wrong. */
    private static Optional<Integer> opened(Act act, RuleDraft draft, boolean right) {
        return switch (act.what()) {
            case "edit" -> draft.has(act.at()) ? Optional.of(act.at()) : Optional.empty();
            case "add" -> Optional.of(draft.rules().size());
            case "take" ->
                right
                        ? Optional.empty()
                        : Optional.of(Math.min(act.at(), draft.rules().size() - 1));
            default -> Optional.empty();
        };
    }

    /** Tells what the draft says otherwise than what stands, or why it cannot be saved. */
    private boolean differs(RuleDraft draft, String over) {
        html.open("section", "aria-live", "polite", "aria-label", page.text("draft"));
        try {
            CommandResult changes =
                    call.ask("rec", "save-rules", "--text=" + draft.text(), "--over=" + over, "--dry-run", "--", group);
            changes.summary().ifPresent(line -> page.card("", line.text(page.locale())));
            changes.table()
                    .filter(table -> !table.rows().isEmpty())
                    .ifPresent(table -> Reading.plain(html, call, table));
            return true;
        } catch (TickmarkException refused) {
            Notices.card(html, refused.problem(), page.locale());
            if (refused.problem().code().equals("rec.overtaken")) {
                overtaken(over);
                return true;
            }
            return false;
        } finally {
            html.close();
        }
    }

    /** Somebody else was faster: what they changed, and what can be done about it. */
    private void overtaken(String over) {
        if (over.matches("\\d{1,9}")) {
            Reading.plain(html, call, table(call.ask("rec", "diff", "--", group, over)));
        }
        html.open("div", "class", "acts");
        act("over:" + newest(), page.text("overtaken.keep", newest()));
        html.element("a", page.text("overtaken.theirs"), "class", "button", "href", here);
        html.close();
    }

    /** The form to which all fields belong, with the draft in it. While a rule is open nothing is saved, since its fields are not in the draft yet. */
    private void save(RuleDraft draft, String over, boolean open) {
        html.open("div", "hidden", open ? "" : null);
        html.open("p", "class", "field").element("label", page.text("reason"), "for", "f-reason");
        html.open(
                "input",
                "id",
                "f-reason",
                "form",
                FORM,
                "name",
                ViewCall.OPTION + "reason",
                "required",
                open ? null : "",
                "autocomplete",
                "off",
                "size",
                "60",
                "value",
                call.parameter(ViewCall.OPTION + "reason").orElse(""));
        html.close();
        Map<String, String> given = Map.of("GROUP", group, "text", draft.text(), "over", over);
        call.form(html, FORM, given, List.of(FormAct.of("rec save-rules", Texts.text("save"))));
        html.open("div", "class", "acts");
        call.form(html, TRY, given, List.of(FormAct.of("rec what-if", Texts.text("try"))));
        html.element("a", page.text("again"), "class", "button", "href", here);
        call.button(html, "rec proposals", Map.of("GROUP", group), Texts.text("proposals"));
        html.close().close();
    }

    // ---------------------------------------------------------------- the rules

    private void list(RuleDraft draft, Act act, boolean acts) {
        html.open("section", "class", "rows", "data-keys", "", "aria-labelledby", "rules-title");
        html.element("h3", page.text("rules", draft.rules().size()), "id", "rules-title");
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String column : List.of("position", "name", "kind", "state", "parameters")) {
            html.element("th", call.heading(column), "scope", "col");
        }
        if (acts) {
            html.element("th", page.text("acts"), "scope", "col");
        }
        html.close().close().open("tbody");
        for (int at = 0; at < draft.rules().size(); at++) {
            row(draft, at, act, acts);
        }
        html.close().close().close();
        if (acts) {
            adding(draft);
            html.element("p", page.text("keys"), "class", "keys", "hidden", "");
        }
        html.close();
    }

    private void row(RuleDraft draft, int at, Act act, boolean acts) {
        Entry rule = draft.rules().get(at);
        html.open("tr", "data-row", rule.name(), "class", rule.state().equals("off") ? "off" : null);
        html.element("td", String.valueOf(at + 1), "class", "number").element("td", rule.name(), "class", "short");
        html.element(
                "td",
                rule.kind(),
                "title",
                kinds.containsKey(rule.kind()) ? kinds.get(rule.kind()).text("summary") : null);
        html.element("td", state(rule.state()), "class", "short");
        html.element(
                "td",
                rule.parameters().entrySet().stream()
                        .map(set -> set.getKey() + "=" + set.getValue())
                        .collect(Collectors.joining(", ")));
        if (acts) {
            acts(at, draft.rules().size() - 1, act);
        }
        html.close();
    }

    /** What can be done with a rule; the focus goes to where the next key does the same again. */
    private void acts(int at, int last, Act act) {
        boolean moved = (act.is("earlier") && act.at() == at + 1) || (act.is("later") && act.at() == at - 1);
        boolean follows = act.is("delete") && at == Math.min(act.at(), last);
        html.open("td", "class", "acts");
        button("edit", at, follows, page.text("edit"));
        if (at > 0) {
            button("earlier", at, moved && (act.is("earlier") || at == last), page.text("earlier"));
        }
        if (at < last) {
            button("later", at, moved && (act.is("later") || at == 0), page.text("later"));
        }
        button("delete", at, false, page.text("delete"));
        html.close();
    }

    private String state(String state) {
        return RuleForm.STATES.contains(state) ? page.text("state." + state) : state;
    }

    private void button(String what, int at, boolean focused, String label) {
        html.open("span", "data-key", what);
        html.element(
                "button",
                label,
                "form",
                FORM,
                "formaction",
                here,
                "formnovalidate",
                "",
                "name",
                ACT,
                "value",
                what + ":" + at,
                "autofocus",
                focused ? "" : null);
        html.close();
    }

    private void act(String value, String label) {
        html.element(
                "button", label, "form", FORM, "formaction", here, "formnovalidate", "", "name", ACT, "value", value);
    }

    private void adding(RuleDraft draft) {
        html.open("div", "class", "acts").open("label").text(page.text("kind") + " ");
        html.open("select", "form", FORM, "name", NEW, "data-new", "");
        kinds.forEach((name, kind) -> html.element("option", name + ": " + kind.text("summary"), "value", name));
        html.close().close().text(" ");
        act("add:" + draft.rules().size(), page.text("add"));
        html.close();
    }

    // ---------------------------------------------------------------- one rule

    private void rule(int at, RuleDraft draft) {
        String kind = call.parameter(NEW).filter(kinds::containsKey).orElse("");
        Entry rule = rule(draft, at).orElseGet(() -> new Entry(draft.freeName(kind), kind, "suggest", Map.of()));
        html.open("section", "class", "form", "aria-labelledby", "rule-title");
        html.element("h3", page.text(draft.has(at) ? "rule" : "rule.new", rule.name()), "id", "rule-title");
        new RuleForm(page, FORM).write(rule, kinds);
        html.open("div", "class", "acts");
        html.element("button", page.text("take"), "form", FORM, "formaction", here, "name", ACT, "value", "take:" + at);
        act("leave:" + at, page.text("leave"));
        html.close().close();
    }

    // ---------------------------------------------------------------- its versions

    private void versions(Map<String, String> address) {
        html.element("h3", page.text("versions"));
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        versions.columns().forEach(column -> html.element("th", call.heading(column.name()), "scope", "col"));
        html.element("th", page.text("acts"), "scope", "col").close().close().open("tbody");
        versions.rows().stream().limit(VERSIONS).forEach(row -> version(row, address));
        html.close().close().close();
        call.parameter(DIFF).filter(number -> number.matches("\\d{1,9}")).ifPresent(this::diff);
    }

    private void version(List<Object> row, Map<String, String> address) {
        String number = String.valueOf(row.get(0));
        html.open("tr");
        call.cells(versions, row).forEach(cell -> html.element("td", cell));
        html.open("td", "class", "acts");
        if (!number.equals(newest())) {
            Map<String, String> compared = new LinkedHashMap<>(address);
            compared.put(DIFF, number);
            page.linkButton("compare", compared);
            call.form(
                    html,
                    "restore-" + number,
                    Map.of("GROUP", group, "VERSION", number),
                    List.of(FormAct.inItsForm("rec restore", Texts.text("restore"))));
        }
        html.close().close();
    }

    /** What has changed since a version. */
    private void diff(String number) {
        html.element("h3", page.text("changed-since", number), "id", "diff");
        Reading.plain(html, call, table(call.ask("rec", "diff", "--", group, number)));
    }
}
