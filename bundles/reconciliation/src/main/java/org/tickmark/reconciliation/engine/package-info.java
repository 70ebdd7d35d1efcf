/**
 * Matching: open rows of two sides in, matches and reasons out. Pure: no database, no services, no clock, no threads of
 * its own.
 *
 * <p>A {@link org.tickmark.reconciliation.engine.Snapshot} holds the rows as columns of primitive values, with the keys found in
 * their references and texts as numbers. {@link org.tickmark.reconciliation.engine.Engine} applies a list of rules to it, one
 * pass a rule. A rule decides by what it finds in the snapshot as its pass begins, by contents and by counts, never by the
 * order of rows, by their ids or by the numbers of keys; so the result is the same for every order in which rows were added.
 */
package org.tickmark.reconciliation.engine;
