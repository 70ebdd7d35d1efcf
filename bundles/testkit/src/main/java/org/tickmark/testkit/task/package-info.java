/**
 * For authors of things that tasks can do: {@link org.tickmark.testkit.task.TaskExecutorContract} checks the rules of
 * {@link org.tickmark.api.task.TaskExecutor} by number, {@link org.tickmark.testkit.task.FakeTaskRun} is a run without a scheduler.
 */
@Export
@Version("1.0.0")
package org.tickmark.testkit.task;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
