package org.tickmark.platform.health;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.setting.SecretRef;

/** Every secret that is kept can be read by the key that is here. */
@Component(property = HealthCheck.NAME + "=secrets")
public final class SecretsCheck implements HealthCheck {
    private final Secrets secrets;

    @Activate
    public SecretsCheck(@Reference Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Health check() {
        List<SecretRef> names = secrets.names(Caller.system());
        Health health = Health.well(Texts.message("secrets", names.size()));
        for (SecretRef name : names) {
            try {
                secrets.read(name).ifPresent(secret -> Arrays.fill(secret, '\0'));
            } catch (TickmarkException e) {
                health = health.and(e.problem().within(name.toString()));
            }
        }
        return health;
    }
}
