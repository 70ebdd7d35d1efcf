/**
 * ISO 20022 bank-to-customer cash management: camt.052, camt.053 and camt.054 in any version.
 *
 * <p>{@link CamtImporter} finds the message; {@link StatementReader} reads one statement, {@link EntryReader} its entries one at a time and
 * {@link TransactionReader} the payments inside an entry, all over one {@link org.tickmark.kit.xml.XmlCursor}.
 */
package org.tickmark.importer.camt;
