/**
 * Tables, in comma-separated values of any dialect and in workbooks: bank statements and ledgers, by a profile that is data, or by a guess that is told.
 *
 * <p>{@link CsvImporter} and {@link XlsxImporter} are the doors. {@link LayoutFinder} decides on a {@link Sample} of the file how all of it is read: {@link Encoding}, {@link Dialect},
 * the header, {@link Columns} by {@link Profiles} or {@link ColumnGuess}, dates, amounts and their sign by {@link Evidence}. {@link TableReader} then streams the rows of a text by
 * that {@link Layout}, {@link SheetSample} those of a sheet; {@link Statements} keeps a {@link BalanceChain} for each account and currency.
 */
package org.tickmark.importer.csv;
