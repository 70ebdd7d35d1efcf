package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.message.Message;
import org.tickmark.console.commands.choice.Choices;

/** {@code task chain}: what a task follows, and what follows it, each with what follows or is followed in turn. */
final class TaskChain {
    private static final String INDENT = "  ";

    private final TaskServices services;

    private TaskChain(TaskServices services) {
        this.services = services;
    }

    static List<Command> of(TaskServices services) {
        TaskChain chain = new TaskChain(services);
        return List.of(Command.named("task", "chain", Permission.TASK_READ)
                .argument("NAME", "task", TaskCommands.TASK)
                .example("task chain reconcile-all")
                .does(chain::show));
    }

    private CommandResult show(CommandCall call) {
        String name = services.task(call).definition().name();
        StringBuilder text = new StringBuilder();
        Walk before =
                new Walk(call, task -> condition(call, task).map(After::tasks).orElse(List.of()), text);
        Walk after = new Walk(call, task -> services.followers(call.caller(), task), text);
        text.append(said(call, Texts.text("task.chain.follows", name))).append('\n');
        List<Object> follows = before.tree(name, INDENT);
        text.append(said(call, Texts.text("task.chain.followed", name))).append('\n');
        List<Object> leads = after.tree(name, INDENT);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("task", name);
        document.put(
                "condition",
                condition(call, name).map(After::condition).map(Choices::id).orElse(null));
        document.put(
                "join", condition(call, name).map(After::join).map(Choices::id).orElse(null));
        document.put("follows", follows);
        document.put("followed_by", leads);
        return CommandResult.of(text.toString(), document);
    }

    private Optional<After> condition(CommandCall call, String name) {
        return services.tasks().task(call.caller(), name).map(Task::definition).flatMap(TaskDefinition::after);
    }

    private static String said(CommandCall call, Message message) {
        return message.text(call.caller().locale());
    }

    /** One direction of the chain, asked for step by step, since there may be many tasks that have nothing to do with it. A task that several lead to is told under each, with what lies behind it under the first. */
    private final class Walk {
        private final CommandCall call;
        private final Function<String, List<String>> edges;
        private final StringBuilder text;
        private final Set<String> told = new LinkedHashSet<>();

        Walk(CommandCall call, Function<String, List<String>> edges, StringBuilder text) {
            this.call = call;
            this.edges = edges;
            this.text = text;
        }

        List<Object> tree(String name, String indent) {
            List<Object> documents = new ArrayList<>();
            List<String> next = edges.apply(name);
            if (next.isEmpty() && indent.equals(INDENT)) {
                text.append(indent).append("-\n");
            }
            for (String other : next) {
                Optional<After> after = condition(call, other);
                String when = after.map(edge -> " ("
                                + Choices.text(edge.condition())
                                        .text(call.caller().locale())
                                + (edge.tasks().size() > 1
                                        ? ", "
                                                + Choices.text(edge.join())
                                                        .text(call.caller().locale())
                                        : "")
                                + ")")
                        .orElse("");
                text.append(indent).append(other).append(when).append('\n');
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("task", other);
                document.put(
                        "condition",
                        after.map(After::condition).map(Choices::id).orElse(null));
                document.put("join", after.map(After::join).map(Choices::id).orElse(null));
                document.put("chain", told.add(other) ? tree(other, indent + INDENT) : List.of());
                documents.add(document);
            }
            return documents;
        }
    }
}
