package org.tickmark.testkit.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.RowAct;
import org.tickmark.api.workbench.ViewCall;

/**
 * A call of a view without a workbench: commands answer what the test says, and what the host would write is written plainly. A command that answers
 * nothing does not exist for the view. Each method that begins with what is there gives a new call; what was asked is kept. Safe for use from many threads.
 */
public final class FakeViewCall implements ViewCall {
    private static final int ROWS_OF_A_PAGE = 50;

    private final Locale locale;
    private final Map<String, String> parameters;
    private final Map<String, CommandResult> answers;
    private final Set<String> mayGive;
    private final Set<String> askedParameters = new ConcurrentSkipListSet<>();

    private FakeViewCall(
            Locale locale, Map<String, String> parameters, Map<String, CommandResult> answers, Set<String> mayGive) {
        this.locale = locale;
        this.parameters = Collections.unmodifiableMap(parameters);
        this.answers = Collections.unmodifiableMap(answers);
        this.mayGive = Collections.unmodifiableSet(mayGive);
    }

    /** A call in English by somebody who may see everything, without parameters and answers. */
    public static FakeViewCall create() {
        return new FakeViewCall(Locale.ENGLISH, Map.of(), Map.of(), Set.of());
    }

    /** The same in another language. */
    public FakeViewCall in(Locale other) {
        return new FakeViewCall(other, parameters, answers, mayGive);
    }

    /** The same with a parameter in its address. */
    public FakeViewCall with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new FakeViewCall(locale, more, answers, mayGive);
    }

    /**
     * The same, where a command that reads answers this, whatever options and arguments it gets.
     *
     * @param command scope and verb
     */
    public FakeViewCall answering(String command, CommandResult answer) {
        Map<String, CommandResult> more = new LinkedHashMap<>(answers);
        more.put(command, answer);
        return new FakeViewCall(locale, parameters, more, mayGive);
    }

    /** The same, where the caller may give a command. */
    public FakeViewCall allowing(String command) {
        Set<String> more = new TreeSet<>(mayGive);
        more.add(command);
        return new FakeViewCall(locale, parameters, answers, more);
    }

    /** The same, where no command is there. */
    FakeViewCall withoutCommands() {
        return new FakeViewCall(locale, parameters, Map.of(), Set.of());
    }

    /** The same, where every table that is answered is another. */
    FakeViewCall withTables(UnaryOperator<Table> change) {
        Map<String, CommandResult> changed = new LinkedHashMap<>();
        answers.forEach((command, answer) -> changed.put(
                command,
                answer.table()
                        .map(table -> CommandResult.of(change.apply(table)))
                        .orElse(answer)));
        return new FakeViewCall(locale, parameters, changed, mayGive);
    }

    /** The parameters that the view has asked for, in order of their names. */
    Set<String> askedParameters() {
        return Collections.unmodifiableSet(askedParameters);
    }

    @Override
    public Caller caller() {
        return new Caller("user:test", Set.of(Permission.ALL), Set.of(), locale, Origin.WEB);
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Optional<String> parameter(String name) {
        askedParameters.add(name);
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public String view() {
        return "test";
    }

    @Override
    public String link(String view, Map<String, String> linked) {
        return "/w/" + view
                + new TreeMap<>(linked)
                        .entrySet().stream()
                                .map(one ->
                                        one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&", "?", ""));
    }

    @Override
    public CommandResult ask(String... words) {
        String name = Stream.of(words)
                .limit(2)
                .filter(word -> !word.startsWith("-"))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        return Optional.ofNullable(answers.get(name)).orElseThrow(() -> Problem.error(
                        "test.no-such-reading", Message.verbatim("No command '" + name + "' reads here"))
                .exception());
    }

    @Override
    public String heading(String column) {
        return column;
    }

    @Override
    public List<String> cells(Table table, List<Object> row) {
        return row.stream().map(this::word).toList();
    }

    private String word(Object value) {
        return value instanceof Message message ? message.text(locale) : Objects.toString(value, "");
    }

    /** Writes the first page of the rows. */
    @Override
    public void list(Html html, Table table, Rows rows, List<RowAct> acts) {
        html.open("table");
        table.rows().stream().limit(ROWS_OF_A_PAGE).forEach(row -> {
            html.open("tr");
            cells(table, row).forEach(cell -> html.element("td", cell));
            acts.forEach(act -> button(html, act.command(), act.given(), act.label()));
            html.close();
        });
        html.close();
    }

    @Override
    public void page(Html html, Table table, Rows rows, List<RowAct> acts, Optional<String> next) {
        list(html, table, rows, acts);
        next.ifPresent(key -> html.element("a", key, "href", link(view(), Map.of(AFTER, key))));
    }

    @Override
    public void goesOn() {
        // Nothing is asked for anew here.
    }

    @Override
    public void button(Html html, String command, Map<String, String> given, Message label) {
        if (mayGive.contains(command)) {
            html.element("button", label.text(locale), "value", command + " " + new TreeMap<>(given));
        }
    }

    @Override
    public void form(Html html, String id, Map<String, String> given, List<FormAct> acts) {
        html.open("form", "id", id);
        acts.forEach(act -> button(html, act.command(), given, act.label()));
        html.close();
    }
}
