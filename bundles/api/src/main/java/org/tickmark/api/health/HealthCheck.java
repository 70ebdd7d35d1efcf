package org.tickmark.api.health;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks whether something works that people rely on, such as a night run. Registered as a service with the property {@link #NAME}; asked by
 * {@code tickmark doctor} and, where it is marked with {@link #READINESS}, by whoever wants to know whether this process can serve.
 *
 * <ul>
 *   <li>HC-01: looking changes nothing that stays, and may be done from many threads.
 *   <li>HC-02: it answers within seconds, and an interrupt ends it. The host gives it up after a while and tells that instead.
 *   <li>HC-03: what is wrong is a {@link org.tickmark.api.Problem} of the result: an error where the work it looks after cannot be done, a warning
 *       where it can and a person should look, an information where it is merely good to know; with an advice what to do.
 *   <li>HC-04: an exception counts as an error of this check; a {@link org.tickmark.api.TickmarkException} with its problem.
 *   <li>HC-05: nothing in the result is a secret.
 * </ul>
 */
@ConsumerType
@FunctionalInterface
public interface HealthCheck {
    /** Service property: what it looks at, words of a-z joined by hyphens, such as {@code database}; type {@code String}, required. */
    String NAME = "tickmark.health";

    /** Service property: whether this process cannot serve while the check has errors; type {@code Boolean}, false unless it is set. */
    String READINESS = "tickmark.health.readiness";

    /**
     * Looks.
     *
     * @throws Exception if it cannot tell
     */
    Health check() throws Exception;
}
