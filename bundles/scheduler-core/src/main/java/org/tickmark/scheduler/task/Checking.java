package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.kit.text.Distance;
import org.tickmark.scheduler.plan.Plan;
import org.tickmark.scheduler.task.Changes.Change;
import org.tickmark.scheduler.task.TaskText.Told;

/** Checks definitions beside what stands in the database. For one transaction. */
final class Checking {
    private static final Logger LOG = LoggerFactory.getLogger(Checking.class);
    private static final int MANY = 100;

    private final Connection connection;
    private final Caller caller;
    private final TaskRules rules;
    private final Instant now;
    private final Canonical canonical;
    private final Map<String, Optional<Kept>> told;
    private final Map<String, StandingTask> standing = new HashMap<>();

    /**
     * @param kept what other bundles have told of the times that schedules name; of others what is known is taken
     */
    Checking(Connection connection, Caller caller, TaskRules rules, Map<String, Optional<Kept>> kept, Instant now) {
        this.connection = connection;
        this.caller = caller;
        this.rules = rules.ofThisMoment();
        this.now = now;
        this.canonical = new Canonical(caller, now);
        this.told = kept;
    }

    /**
     * Checks all of them.
     *
     * @throws TickmarkException for the first thing that is wrong
     */
    Changes check(List<Told> all) throws SQLException {
        Set<String> names = new HashSet<>();
        for (Told one : all) {
            if (!names.add(one.definition().name())) {
                throw TaskProblems.placed(
                                TaskProblems.invalid("name", "twice")
                                        .found(one.definition().name())
                                        .build(),
                                one.where())
                        .exception();
            }
        }
        standing.putAll(TaskTable.named(connection, names));
        List<Change> changes = checked(all);
        checkChains(changes);
        return new Changes(changes, standing);
    }

    /** Each by itself, many on all processors; should one be wrong, they are checked in order, so that the first one is told. */
    private List<Change> checked(List<Told> all) {
        if (all.size() >= MANY) {
            try {
                return all.parallelStream().map(this::checked).toList();
            } catch (TickmarkException e) {
                LOG.debug("One of {} definitions is wrong", all.size(), e);
            }
        }
        return all.stream().map(this::checked).toList();
    }

    private Change checked(Told one) {
        try {
            Optional<StandingTask> before =
                    Optional.ofNullable(standing.get(one.definition().name()));
            TaskDefinition definition = canonical.of(one.definition(), before.map(StandingTask::definition));
            rules.check(definition);
            checkOwner(definition, before);
            long id = before.map(StandingTask::id).orElse(0L);
            Optional<Kept> kept = kept(definition.timing().schedule(), before);
            return new Change(
                    definition,
                    DefinitionJson.write(definition),
                    one.where(),
                    before,
                    kept,
                    Plan.of(id, 0, definition, kept, now));
        } catch (TickmarkException e) {
            throw TaskProblems.placed(e.problem(), one.where()).exception(e);
        }
    }

    private Optional<Kept> kept(String schedule, Optional<StandingTask> before) {
        return told.containsKey(schedule)
                ? told.get(schedule)
                : before.filter(task -> task.definition().timing().schedule().equals(schedule))
                        .flatMap(StandingTask::kept);
    }

    /** Nobody lets a task run in another's name, except who holds every right; a task keeps the owner it has. */
    private void checkOwner(TaskDefinition definition, Optional<StandingTask> before) {
        boolean own = definition.owner().equals(caller.identity())
                || before.filter(task -> task.definition().owner().equals(definition.owner()))
                        .isPresent();
        if (!own && !caller.may(Permission.ALL)) {
            throw TaskProblems.invalid("owner", "owner.other")
                    .found(definition.owner())
                    .expected(caller.identity())
                    .exception();
        }
    }

    private void checkChains(List<Change> changes) throws SQLException {
        Map<String, TaskDefinition> definitions = new HashMap<>();
        changes.forEach(change -> definitions.put(change.definition().name(), change.definition()));
        List<Change> chained = changes.stream().filter(Checking::changesChain).toList();
        loadParents(chained, definitions);
        Map<String, Set<String>> parents = new HashMap<>();
        definitions.forEach((name, definition) ->
                definition.after().ifPresent(after -> parents.put(name, new LinkedHashSet<>(after.tasks()))));
        Circles circles = new Circles(parents);
        for (Change change : chained) {
            circles.from(change.definition().name()).ifPresent(circle -> {
                throw refused(change, "after.circle", String.join(" < ", circle) + " < " + circle.get(0), "");
            });
        }
    }

    private static boolean changesChain(Change change) {
        Optional<After> before =
                change.standing().flatMap(task -> task.definition().after());
        return change.definition().after().isPresent()
                && !change.definition().after().equals(before);
    }

    /** Loads what chains lead to, step by step. */
    private void loadParents(List<Change> chained, Map<String, TaskDefinition> definitions) throws SQLException {
        for (Change change : chained) {
            Set<String> missing = unknown(List.of(change.definition()), definitions);
            while (!missing.isEmpty()) {
                Map<String, StandingTask> found = TaskTable.named(connection, missing);
                missing.removeAll(found.keySet());
                if (!missing.isEmpty()) {
                    String name = missing.iterator().next();
                    throw refused(change, "after.unknown", name, near(name, definitions.keySet()));
                }
                found.forEach((name, task) -> definitions.put(name, task.definition()));
                standing.putAll(found);
                missing = unknown(
                        found.values().stream().map(StandingTask::definition).toList(), definitions);
            }
        }
    }

    private static Set<String> unknown(List<TaskDefinition> children, Map<String, TaskDefinition> definitions) {
        Set<String> unknown = new LinkedHashSet<>();
        children.forEach(child -> child.after().ifPresent(after -> unknown.addAll(after.tasks())));
        unknown.removeAll(definitions.keySet());
        return unknown;
    }

    private static String near(String name, Set<String> names) {
        return Distance.nearest(name, names).orElse("");
    }

    private static TickmarkException refused(Change change, String rule, String found, String expected) {
        Problem.Builder problem = TaskProblems.invalid("after", rule).found(found);
        if (!expected.isEmpty()) {
            problem.expected(expected);
        }
        return TaskProblems.placed(problem.build(), change.place()).exception();
    }

    /** What should be looked at of those that change. */
    List<Problem> warnings(Changes changes) throws SQLException {
        List<Problem> warnings = new ArrayList<>();
        for (Change change : changes.real()) {
            rules.warnings(change.definition(), change.plan(), now)
                    .forEach(warning -> warnings.add(TaskProblems.placed(warning, change.place())));
            if (change.standing().isPresent()) {
                TaskRules.shortLock(
                                change.definition(),
                                UsualTimes.most(
                                        connection, change.standing().get().id()))
                        .ifPresent(warning -> warnings.add(TaskProblems.placed(warning, change.place())));
            }
        }
        return warnings;
    }
}
