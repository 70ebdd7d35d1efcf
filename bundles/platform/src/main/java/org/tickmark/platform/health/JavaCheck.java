package org.tickmark.platform.health;

import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;

/** The Java that runs this is one that it is meant for, and can read the names of all files. */
@Component(property = HealthCheck.NAME + "=java")
public final class JavaCheck implements HealthCheck {
    private static final int OLDEST = 17;

    private final Runtime.Version version;
    private final UnaryOperator<String> properties;

    @Activate
    public JavaCheck() {
        this(Runtime.version(), System::getProperty);
    }

    JavaCheck(Runtime.Version version, UnaryOperator<String> properties) {
        this.version = version;
        this.properties = properties;
    }

    @Override
    public Health check() {
        Health health = Health.well(Texts.message("java", version.toString(), properties.apply("java.home")));
        if (version.feature() < OLDEST) {
            health = health.and(Texts.error("java.old")
                    .found(version.toString())
                    .expected(String.valueOf(OLDEST))
                    .build());
        }
        String encoding = String.valueOf(properties.apply("sun.jnu.encoding"));
        boolean windows = String.valueOf(properties.apply("os.name")).startsWith("Windows");
        if (!windows && !encoding.equalsIgnoreCase("UTF-8")) {
            health = health.and(Texts.warning("java.file-names")
                    .found(encoding)
                    .expected("UTF-8")
                    .build());
        }
        return health;
    }
}
