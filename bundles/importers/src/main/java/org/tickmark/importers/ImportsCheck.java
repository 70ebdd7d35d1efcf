package org.tickmark.importers;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.message.MessageCatalog;

/** There is something to import by night, and its folders can be used. */
@Component(property = HealthCheck.NAME + "=imports")
public final class ImportsCheck implements HealthCheck {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(ImportsCheck.class);

    private final Imports imports;

    @Activate
    public ImportsCheck(@Reference Imports imports) {
        this.imports = imports;
    }

    @Override
    public Health check() {
        List<ImportDefinition> definitions = imports.definitions(Caller.system());
        long ticked = definitions.stream().filter(ImportDefinition::background).count();
        Health health = Health.well(MESSAGES.message("check", definitions.size(), ticked));
        if (ticked == 0) {
            health = health.and(Problem.warning("imports.none", MESSAGES.message("check.none"))
                    .advice(MESSAGES.message("check.none.advice"))
                    .build());
        }
        for (PathCheck check : imports.checkPaths(Caller.system(), List.of())) {
            if (!check.ok()) {
                health = health.and(Problem.error("imports.path", check.detail())
                        .where(check.definition() + ", " + check.check())
                        .build());
            }
        }
        return health;
    }
}
