/**
 * SIE 5, the Swedish exchange format of ledgers in XML: whole ledgers ({@code Sie}) and vouchers to be imported ({@code SieEntry}).
 *
 * <p>{@link Sie5Importer} checks what a file is; {@link DocumentReader} reads it part by part, {@link JournalReader} the vouchers; {@link SubLedgers}
 * remembers invoices and parties, so that entries can name them. Elements are told apart by local names.
 */
package org.tickmark.importer.sie5;
