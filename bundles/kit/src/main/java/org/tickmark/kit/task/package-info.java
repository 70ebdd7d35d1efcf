/** What executors of tasks have in common: reading what a run is asked to do. */
package org.tickmark.kit.task;
