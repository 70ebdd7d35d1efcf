package org.tickmark.web.screens;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.RowAct;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.screens.rules.RulesPart;

/** Groups with how they stand; of one that is opened the board, the proof, what is matched, by which rules, signed off by whom. */
final class ReconciliationScreen implements WorkbenchView {
    private static final ViewSpec SPEC = new ViewSpec(
            "reconciliation",
            Perspective.ACCOUNTING,
            10,
            Texts.text("view.reconciliation"),
            Permission.RECONCILIATION_READ);
    /** Parameter: the part of a group that is shown. */
    static final String SHOW = "show";

    private static final String BOARD = "board";
    private static final String PROOF = "proof";
    private static final String MATCHES = "matches";
    private static final String RULES = "rules";
    private static final List<String> PARTS =
            List.of(BOARD, PROOF, "open", "suggest", MATCHES, RULES, "sign-offs", "notes");

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        if (call.opened().isPresent()) {
            group(call, html, call.opened().get());
            return;
        }
        html.open("div", "class", "acts");
        call.button(html, "rec run", Map.of(), Texts.act("rec run"));
        call.button(html, "batch", Map.of("all", "true"), Texts.act("batch"));
        call.button(html, "rec add", Map.of(), Texts.act("rec add"));
        html.close();
        CommandResult status = call.ask("rec", "status");
        Reading.told(html, status, call.caller().locale());
        status.table().ifPresent(table -> {
            if (table.rows().isEmpty()) {
                FirstSteps.write(call, html);
            } else {
                Reading.toOpen(html, call, table);
            }
        });
    }

    private static void group(ViewCall call, Html html, String group) {
        Locale locale = call.caller().locale();
        html.open("p")
                .element("a", Texts.text("rec.groups").text(locale), "href", call.link(Map.of()))
                .close();
        html.element("h2", group);
        Reading.acts(
                html,
                call,
                List.of("rec run", "rec report", "rec prepare", "rec lock", "rec edit"),
                Map.of("GROUP", group));
        String shown = call.parameter(SHOW).filter(PARTS::contains).orElse(BOARD);
        parts(call, html, group, shown);
        switch (shown) {
            case BOARD -> Board.write(call, html, group);
            case RULES -> RulesPart.write(call, html, group, Map.of(ViewCall.OPEN, group, SHOW, RULES));
            case PROOF -> proof(call, html, group);
            case MATCHES ->
                Reading.page(
                        html, call, List.of("rec", MATCHES, group), Reading.rowActs("MATCH", Map.of(), "rec unmatch"));
            default -> list(call, html, group, shown);
        }
    }

    private static void proof(ViewCall call, Html html, String group) {
        CommandResult proof = call.ask("rec", "proof", "--", group);
        Reading.told(html, proof, call.caller().locale());
        html.element("pre", proof.text().orElse(""), "class", "proof");
    }

    private static void list(ViewCall call, Html html, String group, String shown) {
        Locale locale = call.caller().locale();
        CommandResult result = call.ask("rec", shown, "--", group);
        Reading.told(html, result, locale);
        Table table = result.table().orElseGet(() -> Table.under(List.of()).build());
        call.list(html, table, Rows.READ, acts(group, shown));
    }

    private static void parts(ViewCall call, Html html, String group, String shown) {
        Locale locale = call.caller().locale();
        html.open("nav", "class", "acts", "aria-label", Texts.text("rec.parts").text(locale));
        for (String part : PARTS) {
            html.element(
                    "a",
                    Texts.text("rec.part." + part).text(locale),
                    "class",
                    "button",
                    "href",
                    call.link(Map.of(ViewCall.OPEN, group, SHOW, part)),
                    "aria-current",
                    part.equals(shown) ? "true" : null);
        }
        html.close();
    }

    private static List<RowAct> acts(String group, String shown) {
        Map<String, String> ofGroup = Map.of("GROUP", group);
        return switch (shown) {
            case "open" -> Reading.rowActs("ENTRY", ofGroup, "rec exclude");
            case "suggest" -> Reading.rowActs("SUGGESTION", ofGroup, "rec accept", "rec reject");
            case "sign-offs" -> Reading.rowActs("ID", Map.of(), "rec review", "rec statement");
            default -> List.of();
        };
    }
}
