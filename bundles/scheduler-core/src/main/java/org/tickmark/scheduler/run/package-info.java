/**
 * Runs: {@link org.tickmark.scheduler.run.RunQueue} lets them wait, {@link org.tickmark.scheduler.run.Claim} hands them to a node,
 * {@link org.tickmark.scheduler.run.Finish} ends them. Each of these is one transaction for many runs; nothing here has a thread.
 */
package org.tickmark.scheduler.run;
