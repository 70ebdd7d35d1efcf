/** How well and how fast tasks are dispatched: Tickmark beside Quartz, db-scheduler and a bare loop over the same tables. */
package org.tickmark.benchmarks.scheduling;
