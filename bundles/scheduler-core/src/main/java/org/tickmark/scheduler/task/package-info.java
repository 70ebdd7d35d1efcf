/**
 * Tasks: their definitions with every revision, when each is due next, what follows what, pauses, texts of definitions, and what is to be
 * expected. {@link org.tickmark.scheduler.task.StoredTasks} is the door.
 */
package org.tickmark.scheduler.task;
