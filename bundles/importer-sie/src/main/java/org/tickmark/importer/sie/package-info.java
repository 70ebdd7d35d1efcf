/**
 * SIE 4, the Swedish exchange format of ledgers: types 4E and 4I with vouchers, types 1 to 3 with balances alone.
 *
 * <p>{@link SieImporter} checks what a file is; {@code LineReader} of the kit cuts it into lines and decides its character encoding;
 * {@link Line} cuts a line into fields; {@link LedgerReader} knows what they mean and tells it, one account a statement.
 */
package org.tickmark.importer.sie;
