package org.tickmark.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Reconciliation;

/**
 * What a night run has to do, worked out before it does anything.
 *
 * @param units the units it runs for, in order
 * @param errors what was asked for and is not there; then nothing is done
 * @param warnings what was asked for and is left out
 */
record Plan(List<UnitPlan> units, List<Problem> errors, List<Problem> warnings) {
    /**
     * What is to be done for one unit.
     *
     * @param unit code of the unit
     * @param imports whether it has definitions to run
     * @param groups names of the groups to reconcile, in order
     */
    record UnitPlan(String unit, boolean imports, List<String> groups) {}

    static Plan of(Caller caller, BatchRequest request, Books books, Imports imports, Reconciliation reconciliation) {
        List<ImportDefinition> definitions = imports.definitions(caller);
        List<Group> groups = reconciliation.groups(caller);
        List<Problem> errors = new ArrayList<>();
        Set<String> knownUnits = books.units(caller).stream().map(Unit::code).collect(Collectors.toSet());
        unknown("unit", request.units(), knownUnits, errors);
        Set<String> knownGroups = groups.stream().map(Group::name).collect(Collectors.toSet());
        unknown("group", request.groups(), knownGroups, errors);
        List<UnitPlan> units = units(request, definitions, groups);
        return new Plan(units, List.copyOf(errors), errors.isEmpty() ? warnings(request, groups, units) : List.of());
    }

    private static void unknown(String kind, Collection<String> asked, Set<String> known, List<Problem> errors) {
        for (String name : asked) {
            if (!known.contains(name)) {
                errors.add(Problem.error("batch.unknown-" + kind, Texts.message("unknown." + kind, name))
                        .found(name)
                        .expected(known.isEmpty() ? "-" : String.join(", ", new TreeSet<>(known)))
                        .advice(Texts.message("unknown." + kind + ".advice"))
                        .build());
            }
        }
    }

    private static List<UnitPlan> units(BatchRequest request, List<ImportDefinition> definitions, List<Group> groups) {
        Map<String, List<String>> groupsByUnit = new TreeMap<>();
        NavigableSet<String> importing = new TreeSet<>();
        if (request.mode() != Mode.RECONCILE) {
            definitions.stream()
                    .filter(ImportDefinition::background)
                    .map(ImportDefinition::unit)
                    .forEach(importing::add);
        }
        if (request.mode() != Mode.IMPORT) {
            groups.stream()
                    .filter(group -> group.background() && chosen(request.groups(), group.name()))
                    .forEach(group -> groupsByUnit
                            .computeIfAbsent(group.unit(), unit -> new ArrayList<>())
                            .add(group.name()));
        }
        NavigableSet<String> units = new TreeSet<>(importing);
        units.addAll(groupsByUnit.keySet());
        return units.stream()
                .filter(unit -> chosen(request.units(), unit))
                .map(unit -> new UnitPlan(unit, importing.contains(unit), groupsByUnit.getOrDefault(unit, List.of())))
                .toList();
    }

    private static boolean chosen(List<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }

    private static List<Problem> warnings(BatchRequest request, List<Group> groups, List<UnitPlan> units) {
        List<Problem> warnings = new ArrayList<>();
        groups.stream()
                .filter(group -> request.groups().contains(group.name()) && !group.background())
                .map(group -> Problem.warning("batch.not-scheduled", Texts.message("group.not-scheduled", group.name()))
                        .advice(Texts.message("group.not-scheduled.advice", group.name()))
                        .build())
                .forEach(warnings::add);
        if (units.isEmpty()) {
            warnings.add(Problem.warning("batch.nothing-scheduled", Texts.message("nothing-scheduled"))
                    .advice(Texts.message("nothing-scheduled.advice"))
                    .build());
        }
        return List.copyOf(warnings);
    }
}
