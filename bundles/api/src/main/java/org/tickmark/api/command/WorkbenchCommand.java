package org.tickmark.api.command;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A command that appears in every door: shell, launcher, and later palette and REST. Registered as a service; no service
 * property is needed, since all is in {@link #spec}.
 *
 * <ul>
 *   <li>WC-01: {@link #spec} returns the same at each call and does no work.
 *   <li>WC-02: {@link #run} is called only with arguments and options that the spec allows, by a caller who holds its permission.
 *   <li>WC-03: a {@link org.tickmark.api.TickmarkException} is printed as what it is; a
 *       {@link java.util.concurrent.CancellationException} ends the command as interrupted; any other exception is logged
 *       and ends it as a failure.
 *   <li>WC-04: several threads may run one command at the same time.
 *   <li>WC-05: of two commands of the same name the one of higher service ranking, then of lower service id, is used.
 * </ul>
 */
@ConsumerType
public interface WorkbenchCommand {
    /** What the command is called, takes and returns. */
    CommandSpec spec();

    /** Runs the command. */
    CommandResult run(CommandCall call);
}
