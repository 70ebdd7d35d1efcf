/**
 * QIF, the text format in which finance programs and banks exchanged transactions: bank accounts, cards, cash, other assets and liabilities.
 *
 * <p>{@link QifImporter} checks what a file is; {@link Conventions} decides on the beginning of a file how all its dates and amounts are read; {@link
 * FileReader} reads it line by line, {@link QifRecord} collects one transaction, {@link Accounts} holds the statements.
 */
package org.tickmark.importer.qif;
