package org.tickmark.script.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.Permission;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.script.ScriptEvent;
import org.tickmark.api.task.TaskParameter;

/** The actions that come with Tickmark. */
final class BuiltInActions {
    private static final String TEXT = "text";
    private static final String PARAMETERS = "parameters";
    private static final String UNITS = "units";

    private final Services services;

    BuiltInActions(Services services) {
        this.services = services;
    }

    /** The actions, by name. */
    Map<String, MacroAction> all() {
        Map<String, MacroAction> all = new TreeMap<>();
        all.put(
                "send-mail",
                action(
                        "send-mail",
                        Permission.MAIL_SEND,
                        List.of(
                                required("send-mail", "to"),
                                required("send-mail", "subject"),
                                optional("send-mail", TEXT)),
                        List.of("mails"),
                        this::sendMail));
        all.put(
                "start-task",
                action(
                        "start-task",
                        Permission.TASK_RUN,
                        List.of(required("start-task", "task"), optional("start-task", PARAMETERS)),
                        List.of("run"),
                        this::startTask));
        all.put(
                "import",
                action(
                        "import",
                        Permission.IMPORT_RUN,
                        List.of(optional("import", "definitions"), optional("import", UNITS)),
                        List.of("files", "imported", "entries"),
                        this::importFiles));
        all.put(
                "reconcile",
                action(
                        "reconcile",
                        Permission.RECONCILIATION_RUN,
                        List.of(optional("reconcile", "groups"), optional("reconcile", UNITS)),
                        List.of("groups", "matched", "open", "unproven"),
                        this::reconcile));
        all.put(
                "run-script",
                action(
                        "run-script",
                        Permission.SCRIPT_RUN,
                        List.of(required("run-script", "script"), optional("run-script", PARAMETERS)),
                        List.of("results"),
                        BuiltInActions::runScript));
        all.put(
                "set-field",
                action(
                        "set-field",
                        Permission.SCRIPT_RUN,
                        List.of(required("set-field", "field"), optional("set-field", "value")),
                        List.of(),
                        BuiltInActions::setField));
        all.put(
                "show-message",
                action(
                        "show-message",
                        Permission.SCRIPT_RUN,
                        List.of(required("show-message", TEXT)),
                        List.of(),
                        BuiltInActions::showMessage));
        all.put(
                "block",
                action(
                        "block",
                        Permission.SCRIPT_RUN,
                        List.of(required("block", TEXT)),
                        List.of(),
                        BuiltInActions::block));
        return all;
    }

    private static MacroAction action(
            String name,
            Permission permission,
            List<TaskParameter> parameters,
            List<String> results,
            SessionAction.Work work) {
        return new SessionAction(Texts.message("action." + name), permission, parameters, results, work);
    }

    private static TaskParameter required(String action, String name) {
        return TaskParameter.required(name, TaskParameter.Type.TEXT, Texts.message("action." + action + "." + name));
    }

    private static TaskParameter optional(String action, String name) {
        return TaskParameter.optional(
                name, TaskParameter.Type.TEXT, "", Texts.message("action." + action + "." + name));
    }

    // ---------------------------------------------------------------- what they do

    private Map<String, String> sendMail(Session session, Map<String, String> parameters) {
        String to = parameters.get("to");
        if (session.isDryRun()) {
            return would(session, "send-mail", to, "mails");
        }
        long mails = services.send(session, to, parameters.get("subject"), parameters.get(TEXT));
        return Map.of("mails", String.valueOf(mails));
    }

    private Map<String, String> startTask(Session session, Map<String, String> parameters) {
        String task = parameters.get("task");
        if (session.isDryRun()) {
            return would(session, "start-task", task, "run");
        }
        long run = services.start(session, task, Pairs.read(parameters.get(PARAMETERS)));
        return Map.of("run", String.valueOf(run));
    }

    private static Map<String, String> would(Session session, String action, String about, String result) {
        session.log("dry run: " + action + "(" + about + ")");
        return Map.of(result, "0");
    }

    private Map<String, String> importFiles(Session session, Map<String, String> parameters) {
        ImportRequest request = new ImportRequest(
                names(parameters.get("definitions")), names(parameters.get(UNITS)), false, session.isDryRun());
        ImportRun run = services.imports().run(session.actor(), request, Progress.NONE, session.cancel());
        run.failures().stream().findFirst().ifPresent(problem -> {
            throw new TickmarkException(problem);
        });
        return Map.of(
                "files", String.valueOf(run.files().size()),
                "imported", String.valueOf(run.count(FileOutcome.Result.IMPORTED)),
                "entries", String.valueOf(run.entries()));
    }

    private Map<String, String> reconcile(Session session, Map<String, String> parameters) {
        ReconciliationRequest request = new ReconciliationRequest(
                names(parameters.get("groups")),
                names(parameters.get(UNITS)),
                List.of(),
                false,
                Optional.empty(),
                session.isDryRun());
        List<GroupRun> runs = services.reconciliation().run(session.actor(), request, Progress.NONE, session.cancel());
        long matched = runs.stream().mapToLong(GroupRun::matchedEntries).sum();
        long open = runs.stream()
                .mapToLong(run -> run.bankOpen() + run.ledgerOpen())
                .sum();
        long unproven = runs.stream()
                .filter(run -> run.proof().filter(proof -> proof.ok()).isEmpty())
                .count();
        return Map.of(
                "groups", String.valueOf(runs.size()),
                "matched", String.valueOf(matched),
                "open", String.valueOf(open),
                "unproven", String.valueOf(unproven));
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Map<String, String> runScript(Session session, Map<String, String> parameters) {
        ScriptResult result = session.call(parameters.get("script"), Pairs.read(parameters.get(PARAMETERS)));
        result.end().problem().ifPresent(found -> {
            throw found.problem().exception();
        });
        return Map.of("results", Pairs.write(result.results()));
    }

    private static Map<String, String> setField(Session session, Map<String, String> parameters) {
        event(session).output(parameters.get("field"), parameters.get("value"));
        return Map.of();
    }

    /** Where no event is reacted to, the message is for whoever runs the macro. */
    private static Map<String, String> showMessage(Session session, Map<String, String> parameters) {
        session.event()
                .ifPresentOrElse(
                        event -> event.message(parameters.get(TEXT)), () -> session.print(parameters.get(TEXT) + "\n"));
        return Map.of();
    }

    private static Map<String, String> block(Session session, Map<String, String> parameters) {
        ScriptEvent event = event(session);
        event.message(parameters.get(TEXT));
        event.block(true);
        return Map.of();
    }

    private static ScriptEvent event(Session session) {
        return session.event().orElseThrow(() -> Texts.problem("macro.no-event", "no-event")
                .advice(Texts.message("no-event.advice"))
                .exception());
    }
}
