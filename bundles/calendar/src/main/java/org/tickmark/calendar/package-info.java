/**
 * Appointments and series in the database: the rule and what was changed by hand are the truth, rows are made from them in the same
 * transaction.
 */
package org.tickmark.calendar;
