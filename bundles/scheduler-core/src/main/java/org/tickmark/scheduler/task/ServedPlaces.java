package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Sql;

/** What the nodes can run that are there at a moment. */
final class ServedPlaces {
    private final List<Node> nodes;

    private ServedPlaces(List<Node> nodes) {
        this.nodes = nodes;
    }

    private record Node(Set<String> executors, Set<String> labels) {}

    static ServedPlaces at(Connection connection, Instant now) throws SQLException {
        return new ServedPlaces(
                Sql.on(connection, "select executors, labels from node where not gone and lease_until > ?")
                        .with(now)
                        .list(row -> new Node(words(row.text("executors")), words(row.text("labels")))));
    }

    private static Set<String> words(String spaced) {
        return Set.copyOf(Arrays.asList(spaced.strip().split(" ")));
    }

    /** Why a task cannot run just now: its times are no more, or no node can run it; empty where one can. */
    Optional<Message> missing(StandingTask task) {
        TaskDefinition definition = task.definition();
        if (task.hasLostTimes()) {
            return Optional.of(
                    TaskProblems.message("waiting.schedule", definition.timing().schedule()));
        }
        List<Node> able = nodes.stream()
                .filter(node -> node.executors().contains(definition.executor()))
                .toList();
        List<String> labels = definition.running().labels();
        if (able.isEmpty()) {
            return Optional.of(TaskProblems.message("waiting.executor", definition.executor()));
        }
        return able.stream().anyMatch(node -> node.labels().containsAll(labels))
                ? Optional.empty()
                : Optional.of(TaskProblems.message("waiting.labels", definition.executor(), String.join(" ", labels)));
    }
}
