/**
 * Norwegian OCR giro: payments with KID to a bank account, as Nets (now Mastercard Payment Services) delivers them for banks.
 *
 * <p>{@link OcrGiroImporter} checks what a file is; {@link AssignmentReader} reads its records; {@link Payment} collects what belongs to one payment.
 */
package org.tickmark.importer.ocrgiro;
