package org.tickmark.web.work;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tickmark.api.command.Argument;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Parameters;

/** Commands as buttons and forms. */
final class CommandForms {
    /** Where the addresses of commands begin. */
    static final String COMMANDS = "/do/";

    /** Parameter: the page to come back to. */
    static final String BACK = "back";

    /** Parameter: the command is not given, its own form comes with what is given so far. */
    static final String IN_ITS_FORM = "in-its-form";

    private CommandForms() {}

    static String address(CommandSpec spec) {
        return COMMANDS + spec.scope() + (spec.verb().isEmpty() ? "" : "/" + spec.verb());
    }

    /** Opens a form that is sent to an address of ours. */
    static Html open(Html html, String action, Visit visit, String kind) {
        html.open("form", "method", "post", "action", action, "class", kind);
        hidden(html, Dispatcher.FORM_KEY, visit.signedIn().formKey());
        return html;
    }

    /** Where a command is to come back to: the page it is on. */
    private static String here(Visit visit) {
        return visit.ask().query().with(BACK, "").on(visit.ask().path());
    }

    /** A button that gives a command, or a link to its form if it needs more than is given. */
    static void button(Html html, CommandSpec spec, Parameters given, String label, Visit visit) {
        if (!isReady(spec, given)) {
            html.element(
                    "a",
                    label,
                    "class",
                    "button",
                    "href",
                    given.with(BACK, here(visit)).on(address(spec)));
            return;
        }
        open(html, address(spec), visit, "act");
        given.values().forEach((name, values) -> values.forEach(value -> hidden(html, name, value)));
        hidden(html, BACK, here(visit));
        html.element("button", label).close();
    }

    /** Whether all is given that the command needs; one that edits something needs also what is to become of it. */
    private static boolean isReady(CommandSpec spec, Parameters given) {
        boolean changesNothing = spec.verb().equals("edit")
                && given.values().keySet().stream().noneMatch(name -> name.startsWith(CommandWords.OPTION));
        return CommandWords.isWhole(spec, given) && !changesNothing;
    }

    /**
     * A button of a form of several commands.
     *
     * @param spec the command it gives
     * @param manner whether at once
     * @param label what it says
     */
    record Button(CommandSpec spec, FormAct.Manner manner, String label) {}

    /** A form to which fields elsewhere on the page belong, with a button for each of several commands. */
    static void several(Html html, String id, Parameters given, List<Button> buttons, Visit visit) {
        html.open("form", "method", "post", "action", address(buttons.get(0).spec()), "id", id, "class", "acts");
        hidden(html, Dispatcher.FORM_KEY, visit.signedIn().formKey());
        given.values().forEach((name, values) -> values.forEach(value -> hidden(html, name, value)));
        hidden(html, BACK, here(visit));
        for (Button button : buttons) {
            boolean atOnce = button.manner() == FormAct.Manner.AT_ONCE;
            html.element(
                    "button",
                    button.label(),
                    "formaction",
                    address(button.spec()),
                    "name",
                    atOnce ? null : IN_ITS_FORM,
                    "value",
                    atOnce ? null : "on");
        }
        html.close();
    }

    private static void hidden(Html html, String name, String value) {
        html.open("input", "type", "hidden", "name", name, "value", value);
    }

    /**
     * How people call what a command takes.
     *
     * @param called an argument or option, by its name
     * @param word one of the words of a choice
     * @param suggestions what may be typed
     * @param help what is said of a field
     */
    record Names(UnaryOperator<String> called, UnaryOperator<String> word, Suggestions suggestions, HelpWords help) {}

    /**
     * A command's whole form, with what was given so far.
     *
     * @param names what people call what an argument or option gives, and the words of a choice
     */
    static void form(Html html, CommandSpec spec, Parameters given, Visit visit, Asking asking, Names names) {
        Locale locale = visit.locale();
        open(html, address(spec), visit, "form");
        given.first(BACK).ifPresent(back -> hidden(html, BACK, back));
        given.values().forEach((name, values) -> {
            if (StandingValues.isOne(name)) {
                values.forEach(value -> hidden(html, name, value));
            }
        });
        for (Argument argument : spec.arguments()) {
            field(
                    html,
                    new Field(
                            CommandWords.ARGUMENT + argument.name(),
                            names.called().apply(argument.name()),
                            argument.help().text(locale),
                            argument.kind(),
                            CommandWords.takesSeveral(argument),
                            CommandWords.isNeeded(argument)),
                    given.all(CommandWords.ARGUMENT + argument.name()),
                    visit,
                    names);
        }
        if (!spec.options().isEmpty()) {
            options(html, spec, given, visit, names);
        }
        asking(html, visit, asking);
        boolean confirms = asking == Asking.CONFIRMATION;
        html.open("p")
                .element(
                        "button",
                        visit.text(confirms ? "command.yes" : "command.run"),
                        "autofocus",
                        confirms ? "" : null);
        if (Foreseen.isFor(spec)) {
            html.text(" ")
                    .element(
                            "button",
                            visit.text("command.foresee"),
                            "name",
                            IN_ITS_FORM,
                            "value",
                            "on",
                            "formnovalidate",
                            "");
        }
        given.first(BACK).filter(CommandForms::isOurs).ifPresent(back -> html.text(" ")
                .element("a", visit.text("command.cancel"), "href", back));
        html.close().close();
    }

    private static void options(Html html, CommandSpec spec, Parameters given, Visit visit, Names names) {
        boolean some = given.values().keySet().stream().anyMatch(name -> name.startsWith(CommandWords.OPTION));
        boolean open = some || spec.options().size() <= FEW || MAKING.contains(spec.verb());
        html.open("details", "open", open ? "" : null).element("summary", visit.text("command.options"));
        for (Option option : spec.options()) {
            String label = names.called().apply(option.name());
            String help = option.help().text(visit.locale());
            if (option.name().equals(RepetitionFields.NAME)) {
                RepetitionFields.write(html, given, visit, spec.verb().equals("add"), label, help);
            } else if (ScheduleFields.isFor(spec, option)) {
                ScheduleFields.write(html, given, visit, spec.verb().equals("add"), label, help);
            } else if (ConditionFields.isFor(spec, option)) {
                String text = String.join("", StandingValues.shown(given, option));
                ConditionFields.write(html, visit, text, names.suggestions(), label, help);
            } else {
                String name = CommandWords.OPTION + option.name();
                field(
                        html,
                        new Field(name, label, help, option.kind(), option.repeatable(), false),
                        StandingValues.shown(given, option),
                        visit,
                        names);
            }
        }
        html.close();
    }

    private static final int FEW = 6;

    /** What makes or changes something is told most of it by options. */
    private static final Set<String> MAKING = Set.of("add", "edit");

    /** What a command that was given has asked. */
    enum Asking {
        NOTHING,
        CONFIRMATION,
        SECRET
    }

    private static void asking(Html html, Visit visit, Asking asking) {
        switch (asking) {
            case NOTHING -> {}
            case CONFIRMATION -> hidden(html, CommandWords.YES, "on");
            case SECRET ->
                html.open("p")
                        .open("label")
                        .text(visit.text("command.secret") + " ")
                        .open(
                                "input",
                                "type",
                                "password",
                                "name",
                                CommandWords.SECRET,
                                "autocomplete",
                                "new-password",
                                "required",
                                "",
                                "autofocus",
                                "")
                        .close()
                        .close();
        }
    }

    /** Whether a page to come back to is one of ours. */
    static boolean isOurs(String back) {
        return back.matches("/(w/[a-z-]+|jobs/\\d+|do(/[a-z-]+){1,2}|commands|account)(\\?[!-~]*)?");
    }

    private record Field(String name, String label, String help, ValueKind kind, boolean several, boolean needed) {}

    private static void field(Html html, Field field, List<String> values, Visit visit, Names names) {
        String id = "f-" + field.name().replace('.', '-');
        String value = values.isEmpty() ? "" : values.get(0);
        String needed = field.needed() ? "" : null;
        html.open("p", "class", "field");
        boolean reach = field.name().equals(CommandWords.OPTION + Reaches.NAME);
        html.element(reach ? "b" : "label", field.label(), "for", reach ? null : id);
        switch (field.kind().type()) {
            case PATH -> {
                if (field.kind().equals(ValueKind.GUARDED_PATH)) {
                    input(html, field, id, "text", value, needed);
                } else {
                    html.element("em", visit.text("command.path"), "id", id);
                }
            }
            case FLAG ->
                html.open(
                        "input",
                        "type",
                        "checkbox",
                        "id",
                        id,
                        "name",
                        field.name(),
                        "value",
                        "true",
                        "checked",
                        value.isEmpty() ? null : "");
            case CHOICE -> {
                if (reach) {
                    Reaches.choice(html, field.kind().words(), value, visit, field.label());
                } else {
                    choice(html, field, id, values, names);
                }
            }
            case INTEGER -> input(html, field, id, "number", value, needed);
            case DATE -> input(html, field, id, "date", value, needed);
            case TEXT, DURATION, RECORD -> {
                if (field.several() || value.contains("\n")) {
                    html.open(
                                    "textarea",
                                    "id",
                                    id,
                                    "name",
                                    field.name(),
                                    "rows",
                                    "2",
                                    "required",
                                    needed,
                                    "aria-describedby",
                                    id + "-help")
                            .text(String.join("\n", values))
                            .close();
                } else {
                    boolean suggests = names.suggestions().list(html, field.name(), id + "-list");
                    input(html, field, id, "text", value, needed, suggests ? id + "-list" : null);
                }
            }
        }
        String several = field.several() && field.kind().type() != ValueKind.Type.CHOICE
                ? ". " + visit.text("command.several")
                : "";
        html.open("small", "id", id + "-help");
        names.help().write(html, HelpWords.ofChoice(field.help(), field.kind().words(), names.word()));
        html.text(several).close().close();
    }

    private static void input(Html html, Field field, String id, String type, String value, String needed) {
        input(html, field, id, type, value, needed, null);
    }

    /** A field of one line; {@code list} is the id of what is suggested, if anything is. */
    private static void input(
            Html html, Field field, String id, String type, String value, String needed, String list) {
        html.open(
                "input",
                "type",
                type,
                "id",
                id,
                "name",
                field.name(),
                "value",
                value,
                "required",
                needed,
                "list",
                list,
                "aria-describedby",
                id + "-help");
    }

    private static void choice(Html html, Field field, String id, List<String> values, Names names) {
        html.open(
                "select",
                "id",
                id,
                "name",
                field.name(),
                "multiple",
                field.several() ? "" : null,
                "aria-describedby",
                id + "-help");
        if (!field.several() && !field.needed()) {
            html.element("option", "", "value", "");
        }
        for (String word : field.kind().words()) {
            html.element(
                    "option", names.word().apply(word), "value", word, "selected", values.contains(word) ? "" : null);
        }
        html.close();
    }
}
