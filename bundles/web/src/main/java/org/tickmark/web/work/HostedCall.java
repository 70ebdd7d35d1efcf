package org.tickmark.web.work;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.command.CommandRequest;
import org.tickmark.api.host.command.Commands;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.RowAct;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Texts;

/** The call of a view by a page. */
final class HostedCall implements ViewCall {
    /** Where the addresses of views begin. */
    static final String VIEWS = "/w/";

    /** What reads only, though the right to it is also that to do more. */
    private static final Set<String> READING =
            Set.of("debug sessions", "debug show", "trace list", "trace runs", "trace show", "trace compare");

    private final Visit visit;
    private final String view;
    private final Parameters typed;
    private final CommandSource source;
    private final ZoneId zone;
    private volatile boolean goingOn;

    /**
     * A call.
     *
     * @param typed what somebody has typed into the fields of the view, which goes before what the address says
     */
    HostedCall(Visit visit, String view, Parameters typed, CommandSource source, ZoneId zone) {
        this.visit = visit;
        this.view = view;
        this.typed = typed;
        this.source = source;
        this.zone = zone;
    }

    @Override
    public Caller caller() {
        return visit.caller();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Optional<String> parameter(String name) {
        return typed.first(name).or(() -> visit.ask().query().first(name));
    }

    @Override
    public String view() {
        return view;
    }

    @Override
    public String link(String other, Map<String, String> parameters) {
        Parameters query = Parameters.NONE;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            query = query.with(parameter.getKey(), parameter.getValue());
        }
        return query.on(VIEWS + other);
    }

    @Override
    public CommandResult ask(String... words) {
        String name = words.length > 1 && !words[1].startsWith("-") ? words[0] + " " + words[1] : words[0];
        CommandSpec spec = source.spec(name, caller())
                .filter(found -> reads(found, List.of(words)))
                .orElseThrow(() -> Texts.problem("web.no-such-reading", name).exception());
        Commands commands = source.get();
        CommandResult result = commands.run(new CommandRequest(
                        caller(), List.of(words), Optional.empty(), Progress.NONE, CancelToken.NEVER))
                .result();
        boolean nothing = result.table().isEmpty()
                && result.text().orElse("").isEmpty()
                && result.summary().isEmpty();
        if (nothing && result.exitCode() != ExitCode.OK && !result.problems().isEmpty()) {
            throw result.problems().get(0).exception();
        }
        if (nothing && result.exitCode() == ExitCode.FAILURE) {
            throw Texts.problem("web.command-failed", spec.name()).exception();
        }
        return result;
    }

    private static boolean reads(CommandSpec spec, List<String> words) {
        return spec.permission().name().endsWith(".read")
                || READING.contains(spec.name())
                || (CommandWords.hasDryRun(spec) && isDryRun(words));
    }

    /** Whether it stands among the options, and not among the arguments behind them. */
    private static boolean isDryRun(List<String> words) {
        int options = words.indexOf("--");
        return words.subList(0, options < 0 ? words.size() : options).contains("--" + CommandWords.DRY_RUN);
    }

    @Override
    public String heading(String column) {
        return source.get().heading(column, caller().locale());
    }

    @Override
    public List<String> cells(Table table, List<Object> row) {
        return source.get().cells(table, row, caller().locale(), zone);
    }

    @Override
    public void list(Html html, Table table, Rows rows, List<RowAct> acts) {
        listing(table, rows).write(html, column(acts));
    }

    @Override
    public void page(Html html, Table table, Rows rows, List<RowAct> acts, Optional<String> next) {
        listing(table, rows).writePage(html, column(acts), next);
    }

    /** Writes of a row the buttons for what the caller may do; empty if that is nothing. */
    private Optional<BiConsumer<Html, String>> column(List<RowAct> acts) {
        List<RowAct> allowed = acts.stream()
                .filter(act -> source.spec(act.command(), caller()).isPresent())
                .toList();
        return allowed.isEmpty()
                ? Optional.empty()
                : Optional.of((cell, key) -> allowed.forEach(act -> rowAct(cell, act, key)));
    }

    private Listing listing(Table table, Rows rows) {
        return new Listing(
                table,
                new Listing.Place(VIEWS + view, visit.ask().query(), caller().locale()),
                this::heading,
                row -> cells(table, row),
                rows);
    }

    private void rowAct(Html html, RowAct act, String key) {
        Map<String, String> given = new LinkedHashMap<>(act.given());
        given.put(act.argument(), key);
        button(html, act.command(), given, act.label());
    }

    @Override
    public void goesOn() {
        goingOn = true;
    }

    /** Whether something goes on in the view. */
    boolean isGoingOn() {
        return goingOn;
    }

    @Override
    public void button(Html html, String command, Map<String, String> given, Message label) {
        source.spec(command, caller())
                .ifPresent(spec -> CommandForms.button(
                        html, spec, CommandWords.form(spec, given), label.text(caller().locale()), visit));
    }

    @Override
    public void form(Html html, String id, Map<String, String> given, List<FormAct> acts) {
        List<CommandForms.Button> buttons = acts.stream()
                .flatMap(act -> source.spec(act.command(), caller()).stream()
                        .map(spec -> new CommandForms.Button(
                                spec, act.manner(), act.label().text(caller().locale()))))
                .toList();
        if (!buttons.isEmpty()) {
            Parameters values = CommandWords.form(buttons.get(0).spec(), given);
            CommandForms.several(html, id, values, buttons, visit);
        }
    }
}
