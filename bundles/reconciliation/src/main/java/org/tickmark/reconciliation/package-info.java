/**
 * Reconciliation: groups and rules, runs, matches and their undoing, the balance proof and the report. Matching itself is in
 * {@code engine}, writing reports in {@code report}; both are free of the database.
 */
package org.tickmark.reconciliation;
