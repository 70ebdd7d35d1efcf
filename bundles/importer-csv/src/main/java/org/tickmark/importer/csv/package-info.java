/**
 * Comma-separated values of any dialect: bank statements and ledgers, by a profile that is data, or by a guess that is told.
 *
 * <p>{@link CsvImporter} is the door. {@link LayoutFinder} decides on a sample of the file how all of it is read: {@link Encoding}, {@link Dialect},
 * the header, {@link Columns} by {@link Profiles} or {@link ColumnGuess}, dates, amounts and their sign by {@link Evidence}. {@link TableReader} then streams the rows by
 * that {@link Layout}; {@link Statements} keeps a {@link BalanceChain} for each account and currency.
 */
package org.tickmark.importer.csv;
