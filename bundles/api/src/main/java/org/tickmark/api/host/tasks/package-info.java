/**
 * Tasks and their runs: definitions, schedules, starts, history. What a task can do is a plugin's
 * {@link org.tickmark.api.task.TaskExecutor}.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host.tasks;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
