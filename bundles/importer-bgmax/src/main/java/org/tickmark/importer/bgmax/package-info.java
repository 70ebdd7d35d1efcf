/**
 * BgMax, the files in which Bankgirot told of payments to a bankgiro number until 27 November 2026: for archives, and for what was not imported in time.
 *
 * <p>{@link BgMaxImporter} checks what a file is; {@link SectionReader} reads its records; {@link Payment} collects what belongs to one payment, {@link
 * Deposit} what came to the account as one sum, {@link Accounts} the statements.
 */
package org.tickmark.importer.bgmax;
