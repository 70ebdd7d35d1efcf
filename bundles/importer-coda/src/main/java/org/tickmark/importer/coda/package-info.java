/**
 * CODA, the coded statement of account of Belgian banks (Febelfin, Coded statement of account, version 2).
 *
 * <p>{@link CodaImporter} knows the format; {@link CodaReader} goes through the {@link CodaRecord}s of a file, gathers what they say of a {@link Movement}, and tells
 * it as an entry or as the detail of one; {@link Communication} reads the text that the payer structured.
 */
package org.tickmark.importer.coda;
