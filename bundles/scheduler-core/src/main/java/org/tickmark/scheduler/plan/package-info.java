/**
 * When a task runs by itself, as a pure function of its definition: which times its schedule has, and what becomes of those that are
 * due. No database and no clock; everything is immutable and safe for use from many threads.
 */
package org.tickmark.scheduler.plan;
