/**
 * SAF-T Financial, the standard audit file of ledgers, as Norway has it (versions 1.10 to 1.30); other countries' files use the same local names.
 *
 * <p>{@link SaftImporter} checks what a file is; {@link AuditFileReader} reads head and master files, {@link EntriesReader} the transactions, {@link
 * LineReader} one line of them; {@link Parties} remembers customers and suppliers, so that entries can name them.
 */
package org.tickmark.importer.saft;
