package org.tickmark.web.screens;

import java.time.Clock;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.workbench.WorkbenchView;

/** Registers the screens as services. */
@Component(
        name = "org.tickmark.web.screens",
        immediate = true,
        service = {})
public final class ScreensComponent {
    private final List<ServiceRegistration<WorkbenchView>> registrations;

    @Activate
    public ScreensComponent(BundleContext context, @Reference Clock clock) {
        registrations = Screens.all(clock).stream()
                .map(view -> context.registerService(WorkbenchView.class, view, null))
                .toList();
    }

    @Deactivate
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
