package org.tickmark.script.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.macro.ActionCall;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.GrantedObject.Method;
import org.tickmark.api.script.GrantedObject.Value;
import org.tickmark.script.macro.Actions;
import org.tickmark.script.macro.MacroLanguage;
import org.tickmark.script.macro.Values;
import org.tickmark.script.run.Grant.Effect;
import org.tickmark.script.run.Grant.Operation;

/** All that scripts can be granted. Safe for use from many threads. */
public final class Grants {
    private final SortedMap<String, Grant> byName = new TreeMap<>();
    private final Actions actions;

    /**
     * Grants that stand on these services.
     *
     * @param actions what macros can do, to which is added what comes with Tickmark
     * @param http what scripts ask of addresses
     */
    public Grants(Services services, Actions actions, Http http) {
        new BuiltInActions(services).all().forEach(actions::add);
        this.actions = actions;
        add(actions(actions));
        add(books(services));
        add(http.grant());
        add(mail(services));
        add(scripts());
        add(tasks(services));
    }

    private void add(Grant grant) {
        byName.put(grant.name(), grant);
    }

    /** Names of the objects. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** The objects of a script while it is only checked. */
    public List<GrantedObject> described(ScriptDefinition script) {
        return of(script).stream().map(Grant::described).toList();
    }

    /** What a script is granted; a macro has its actions without being granted them. */
    List<Grant> of(ScriptDefinition script) {
        Set<String> names = new TreeSet<>(script.grants());
        if (script.language().equals(MacroLanguage.NAME)) {
            names.add(MacroLanguage.GRANT);
        }
        return names.stream().map(this::named).toList();
    }

    /** What people are shown of them. */
    public List<Scripts.Grant> shown() {
        return byName.values().stream()
                .map(grant -> new Scripts.Grant(
                        grant.name(),
                        grant.summary(),
                        grant.methods().stream().map(Grants::shown).toList()))
                .toList();
    }

    private static String shown(Method method) {
        List<String> parameters = method.parameters().stream()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return method.name() + "(" + String.join(", ", parameters) + "): "
                + method.result().name().toLowerCase(Locale.ROOT);
    }

    private Grant named(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(() -> Texts.problem("script.grant", "grant", name)
                .expected(String.join(", ", byName.keySet()))
                .exception());
    }

    /** What macros can do, as people are shown it. */
    public List<Scripts.Action> shownActions() {
        return actions.all().entrySet().stream()
                .map(entry -> new Scripts.Action(
                        entry.getKey(),
                        entry.getValue().summary(),
                        entry.getValue().parameters(),
                        entry.getValue().results()))
                .toList();
    }

    // ---------------------------------------------------------------- actions

    private static Grant actions(Actions actions) {
        Method run = new Method("run", List.of(Value.TEXT, Value.TEXTS), Value.TEXTS);
        return new Grant(
                MacroLanguage.GRANT,
                Texts.message("grant.actions"),
                List.of(new Operation(run, Permission.SCRIPT_RUN, Effect.READS, (session, arguments) -> {
                    String name = (String) arguments.get(0);
                    MacroAction action = actions.named(name)
                            .orElseThrow(() -> Texts.problem("macro.action", "action", name)
                                    .expected(String.join(", ", actions.all().keySet()))
                                    .exception());
                    session.actor().require(action.permission());
                    return lines(act(action, new SessionCall(session, Values.of(action, pairs(arguments)))));
                })));
    }

    /** One that stops because it should has no results; the run stops before its next step. */
    private static Map<String, String> act(MacroAction action, ActionCall call) {
        try {
            return action.run(call);
        } catch (CancellationException e) {
            return Map.of();
        } catch (TickmarkException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (Exception e) {
            throw Texts.problem("macro.failed", "action.failed")
                    .found(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private static List<String> lines(Map<String, String> values) {
        List<String> lines = new ArrayList<>();
        values.forEach((name, value) -> lines.add(name + "=" + value));
        return lines;
    }

    // ---------------------------------------------------------------- books

    private static Grant books(Services services) {
        return new Grant(
                "books",
                Texts.message("grant.books"),
                List.of(
                        new Operation(
                                new Method("units", List.of(), Value.TEXTS),
                                Permission.BOOKS_READ,
                                Effect.READS,
                                (session, arguments) -> services.books().units(session.actor()).stream()
                                        .map(Unit::code)
                                        .toList()),
                        new Operation(
                                new Method("accounts", List.of(Value.TEXT), Value.TEXTS),
                                Permission.BOOKS_READ,
                                Effect.READS,
                                (session, arguments) -> services.books().accounts(session.actor()).stream()
                                        .filter(account -> account.unit().equals(arguments.get(0)))
                                        .map(Account::code)
                                        .toList())));
    }

    // ---------------------------------------------------------------- mail

    private static Grant mail(Services services) {
        return new Grant(
                "mail",
                Texts.message("grant.mail"),
                List.of(
                        new Operation(
                                new Method("isOn", List.of(), Value.FLAG),
                                Permission.MAIL_SEND,
                                Effect.READS,
                                (session, arguments) -> services.outbox().isOn()),
                        new Operation(
                                new Method("send", List.of(Value.TEXT, Value.TEXT, Value.TEXT), Value.INTEGER),
                                Permission.MAIL_SEND,
                                Effect.CHANGES,
                                (session, arguments) -> services.send(
                                        session, text(arguments, 0), text(arguments, 1), text(arguments, 2)))));
    }

    private static String text(List<Object> arguments, int index) {
        return (String) arguments.get(index);
    }

    // ---------------------------------------------------------------- tasks

    private static Grant tasks(Services services) {
        return new Grant(
                "tasks",
                Texts.message("grant.tasks"),
                List.of(
                        start(services, List.of(Value.TEXT)),
                        start(services, List.of(Value.TEXT, Value.TEXTS)),
                        new Operation(
                                new Method("activate", List.of(Value.TEXT, Value.FLAG), Value.NOTHING),
                                Permission.TASK_EDIT,
                                Effect.CHANGES,
                                (session, arguments) -> {
                                    boolean active = (boolean) arguments.get(1);
                                    services.tasks().activate(session.actor(), text(arguments, 0), active);
                                    return null;
                                })));
    }

    private static Operation start(Services services, List<Value> parameters) {
        return new Operation(
                new Method("start", parameters, Value.INTEGER),
                Permission.TASK_RUN,
                Effect.CHANGES,
                (session, arguments) -> services.start(session, text(arguments, 0), pairs(arguments)));
    }

    // ---------------------------------------------------------------- scripts

    private static Grant scripts() {
        return new Grant(
                "scripts",
                Texts.message("grant.scripts"),
                List.of(run(List.of(Value.TEXT)), run(List.of(Value.TEXT, Value.TEXTS))));
    }

    private static Operation run(List<Value> parameters) {
        return new Operation(
                new Method("run", parameters, Value.TEXTS),
                Permission.SCRIPT_RUN,
                Effect.READS,
                (session, arguments) -> {
                    ScriptResult result = session.call(text(arguments, 0), pairs(arguments));
                    result.end().problem().ifPresent(found -> {
                        throw found.problem().exception();
                    });
                    return lines(result.results());
                });
    }

    /** The second argument, if there is one, as names with values. */
    private static Map<String, String> pairs(List<Object> arguments) {
        if (arguments.size() < 2) {
            return Map.of();
        }
        return Pairs.read(
                ((List<?>) arguments.get(1)).stream().map(String::valueOf).toList());
    }
}
