/**
 * The report of a group: one {@link org.tickmark.reconciliation.report.ReportModel}, written as a page, as text for a terminal, as JSON
 * and as rows.
 */
package org.tickmark.reconciliation.report;
