package org.tickmark.platform.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Plugins.State;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.platform.database.MigrationProblems;

/** What the components of a bundle wait for, or why they failed. */
final class Components {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Components.class);
    private static final Pattern SCHEMA_TARGET = Pattern.compile("\\(" + Transactions.SCHEMA + "=([^)]+)\\)");

    private final ServiceComponentRuntime runtime;
    private final MigrationProblems migrations;

    Components(ServiceComponentRuntime runtime, MigrationProblems migrations) {
        this.runtime = runtime;
        this.migrations = migrations;
    }

    /** What keeps a component from its work. */
    record Hindrance(State state, Message reason) {}

    /** What keeps the components of a bundle from their work. */
    List<Hindrance> hindrances(Bundle bundle) {
        List<Hindrance> hindrances = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs(bundle)) {
            if (runtime.isComponentEnabled(description)) {
                hindrances.addAll(hindrances(description));
            }
        }
        return hindrances;
    }

    private List<Hindrance> hindrances(ComponentDescriptionDTO description) {
        Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(description);
        if (configurations.isEmpty()) {
            return List.of(waiting("plugin.waits.configuration", description.name));
        }
        List<Hindrance> hindrances = new ArrayList<>();
        for (ComponentConfigurationDTO configuration : configurations) {
            switch (configuration.state) {
                case ComponentConfigurationDTO.FAILED_ACTIVATION -> hindrances.add(failed(configuration));
                case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                    hindrances.add(waiting("plugin.waits.configuration", description.name));
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> hindrances.addAll(waiting(configuration));
                default -> {
                    // Satisfied, or at work.
                }
            }
        }
        return hindrances;
    }

    private static Hindrance failed(ComponentConfigurationDTO configuration) {
        String cause =
                Objects.toString(configuration.failure, "").lines().findFirst().orElse("");
        return new Hindrance(
                State.FAILED, MESSAGES.message("plugin.component.failed", configuration.description.name, cause));
    }

    private List<Hindrance> waiting(ComponentConfigurationDTO configuration) {
        List<Hindrance> hindrances = new ArrayList<>();
        for (UnsatisfiedReferenceDTO unsatisfied : configuration.unsatisfiedReferences) {
            hindrances.add(waiting(configuration.description, unsatisfied));
        }
        return hindrances;
    }

    private Hindrance waiting(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
        String target = Objects.toString(unsatisfied.target, "");
        Optional<Problem> problem = migrationProblem(target);
        if (problem.isPresent()) {
            return new Hindrance(
                    State.WAITING,
                    MESSAGES.message(
                            "plugin.waits.migration",
                            component.name,
                            problem.get().what(),
                            problem.get().where().orElse("")));
        }
        String awaited = (serviceOf(component, unsatisfied.name) + " " + target).strip();
        return waiting("plugin.waits", component.name, awaited);
    }

    private Optional<Problem> migrationProblem(String target) {
        Matcher schema = SCHEMA_TARGET.matcher(target);
        return schema.find() ? migrations.of(schema.group(1)) : Optional.empty();
    }

    private static String serviceOf(ComponentDescriptionDTO component, String referenceName) {
        return Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(referenceName))
                .map((ReferenceDTO reference) -> reference.interfaceName)
                .findFirst()
                .orElse(referenceName);
    }

    private static Hindrance waiting(String id, Object... arguments) {
        return new Hindrance(State.WAITING, MESSAGES.message(id, arguments));
    }
}
