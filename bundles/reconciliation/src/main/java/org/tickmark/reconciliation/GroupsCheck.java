package org.tickmark.reconciliation;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Reconciliation;

/** There is something to reconcile by night. */
@Component(property = HealthCheck.NAME + "=groups")
public final class GroupsCheck implements HealthCheck {
    private final Reconciliation reconciliation;

    @Activate
    public GroupsCheck(@Reference Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public Health check() {
        List<Group> groups = reconciliation.groups(Caller.system());
        long ticked = groups.stream().filter(Group::background).count();
        Health health = Health.well(Texts.message("check.groups", groups.size(), ticked));
        return ticked > 0
                ? health
                : health.and(Problem.warning("groups.none", Texts.message("check.groups.none"))
                        .advice(Texts.message("check.groups.none.advice"))
                        .build());
    }
}
