package org.tickmark.web.screens;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;

/** What leads to the first reconciled account, in order, where there is no group yet: each step a link, those that are done ticked. */
final class FirstSteps {
    private static final List<Step> STEPS = List.of(
            new Step("units", Map.of(), "unit"),
            new Step("accounts", Map.of(), "account"),
            new Step("imports", Map.of("step", "source"), "import"));

    private FirstSteps() {}

    /**
     * A step.
     *
     * @param view where it is done
     * @param parameters of the address there
     * @param scope of the command that lists what comes of it
     */
    private record Step(String view, Map<String, String> parameters, String scope) {
        boolean isDone(ViewCall call) {
            try {
                return call.ask(scope, "list")
                        .table()
                        .filter(table -> !table.rows().isEmpty())
                        .isPresent();
            } catch (TickmarkException notAllowed) {
                return false;
            }
        }
    }

    static void write(ViewCall call, Html html) {
        Locale locale = call.caller().locale();
        html.element("h2", Texts.text("first").text(locale));
        html.open("ol");
        for (Step step : STEPS) {
            html.open("li");
            html.element(
                    "a",
                    Texts.text("first." + step.view()).text(locale),
                    "href",
                    call.link(step.view(), step.parameters()));
            html.text(step.isDone(call) ? " ✓" : "").close();
        }
        html.open("li").text(Texts.text("first.group").text(locale) + " ");
        call.button(html, "rec add", Map.of(), Texts.act("rec add"));
        html.close();
        html.element("li", Texts.text("first.board").text(locale));
        html.open("li");
        html.element("a", Texts.text("first.tasks").text(locale), "href", call.link("tasks", Map.of()));
        html.close().close();
    }
}
