/**
 * SWIFT MT940 and MT942: bank statements, and reports of a day not yet over, in the dialects of banks.
 *
 * <p>{@link Mt940Importer} knows the format; {@link MessageReader} goes through the file by its {@link Tag}s and holds the {@link Statement} at hand;
 * {@link EntryLine} reads a field :61:, {@link BalanceLine} a balance; {@link Information} finds out which dialect the text of an entry is in and lets
 * {@link NumberedFields}, {@link CodedFields} or {@link PlainText} take its {@link Facts} out of it.
 */
package org.tickmark.importer.mt940;
