/**
 * OFX, the statements that banks offer for download, as SGML (version 1), as XML (version 2) and in all that real files make of the two; QFX is the same.
 *
 * <p>{@link OfxImporter} checks what a file is; {@link TagReader} cuts it into tags with the text behind each, whether or not elements are closed; {@link
 * ResponseReader} knows what the tags mean; {@link Statement} and {@link Transaction} collect what is told.
 */
package org.tickmark.importer.ofx;
