package org.tickmark.platform.database;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.Problem;

/** Why bundles got no tables; asked by whoever explains why a bundle does not run. Safe for use from many threads. */
@Component(name = "org.tickmark.platform.migration.problems", service = MigrationProblems.class)
public final class MigrationProblems {
    private final Map<String, Problem> problems = new ConcurrentHashMap<>();

    /** Why the tables of a bundle, by symbolic name, are not up to date; empty if they are, or it has none. */
    public Optional<Problem> of(String bundle) {
        return Optional.ofNullable(problems.get(bundle));
    }

    void remember(String bundle, Problem problem) {
        problems.put(bundle, problem);
    }

    void forget(String bundle) {
        problems.remove(bundle);
    }
}
