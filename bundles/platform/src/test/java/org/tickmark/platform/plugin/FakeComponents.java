package org.tickmark.platform.plugin;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

/** Tells of bundles the components that a test says. */
final class FakeComponents implements ServiceComponentRuntime {
    private final Map<String, ComponentDescriptionDTO> descriptions = new HashMap<>();
    private final Map<String, List<ComponentConfigurationDTO>> configurations = new HashMap<>();

    /** A component that waits for a service. */
    void waiting(String bundle, String component, String service, String target) {
        ComponentConfigurationDTO configuration =
                add(bundle, component, ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "$000";
        reference.interfaceName = service;
        configuration.description.references = new ReferenceDTO[] {reference};
        UnsatisfiedReferenceDTO unsatisfied = new UnsatisfiedReferenceDTO();
        unsatisfied.name = reference.name;
        unsatisfied.target = target;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {unsatisfied};
    }

    /** A component whose activation failed. */
    void failed(String bundle, String component, String stackTrace) {
        add(bundle, component, ComponentConfigurationDTO.FAILED_ACTIVATION).failure = stackTrace;
    }

    /** A component at work. */
    void active(String bundle, String component) {
        add(bundle, component, ComponentConfigurationDTO.ACTIVE);
    }

    private ComponentConfigurationDTO add(String bundle, String component, int state) {
        ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        description.name = component;
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.description = description;
        configuration.state = state;
        descriptions.put(bundle, description);
        configurations.put(component, List.of(configuration));
        return configuration;
    }

    @Override
    public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
        ComponentDescriptionDTO description = descriptions.get(bundles[0].getSymbolicName());
        return description == null ? List.of() : List.of(description);
    }

    @Override
    public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
        return descriptions.get(bundle.getSymbolicName());
    }

    @Override
    public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(ComponentDescriptionDTO description) {
        return configurations.get(description.name);
    }

    @Override
    public boolean isComponentEnabled(ComponentDescriptionDTO description) {
        return true;
    }

    @Override
    public Promise<Void> enableComponent(ComponentDescriptionDTO description) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Promise<Void> disableComponent(ComponentDescriptionDTO description) {
        throw new UnsupportedOperationException();
    }
}
