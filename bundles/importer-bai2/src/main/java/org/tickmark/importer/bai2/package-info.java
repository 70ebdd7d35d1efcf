/**
 * BAI2, the cash management balance reporting of American banks (Bank Administration Institute, version 2; now ASC X9).
 *
 * <p>{@link Bai2Importer} knows the format; {@link RecordReader} cuts lines into {@link Bai2Record}s; {@link Bai2Reader} knows their order and checks totals and
 * counts; {@link AccountSection} is one account with its statement, {@link Transaction} one record 16 with its continuations.
 */
package org.tickmark.importer.bai2;
