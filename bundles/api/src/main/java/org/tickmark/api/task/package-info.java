/**
 * What a plugin adds that a task can do: a {@link TaskExecutor} describes its parameters and is handed a {@link TaskRun}.
 * Schedules, locks, retries, history and the choice of the node are the host's.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.task;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
