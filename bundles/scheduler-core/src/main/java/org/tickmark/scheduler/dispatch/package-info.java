/**
 * A node: what it takes off the queue, works on and hands back. Everything that does something is a plain object whose steps a test can
 * take one by one; {@link org.tickmark.scheduler.dispatch.NodeThreads} takes them in loops.
 */
package org.tickmark.scheduler.dispatch;
