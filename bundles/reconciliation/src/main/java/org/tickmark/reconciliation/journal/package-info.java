/**
 * Journals for the ledger: the reference by which what was booked is known when it comes back, and the formats.
 */
package org.tickmark.reconciliation.journal;
