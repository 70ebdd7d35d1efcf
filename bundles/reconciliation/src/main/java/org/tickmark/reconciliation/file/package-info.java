/**
 * Two files reconciled with each other in memory: which accounts take part, their rows into the engine, its outcome as people and
 * programs want it. No database.
 */
package org.tickmark.reconciliation.file;
