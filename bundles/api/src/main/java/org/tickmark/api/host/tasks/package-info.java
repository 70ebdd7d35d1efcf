/**
 * Tasks and their runs: definitions, schedules, starts, history. What a task can do is a plugin's
 * {@link org.tickmark.api.task.TaskExecutor}; times that
 * another bundle looks after are a {@link org.tickmark.api.host.tasks.ScheduleKind}.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.2.0")
package org.tickmark.api.host.tasks;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
