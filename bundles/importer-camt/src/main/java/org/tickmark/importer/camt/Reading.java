package org.tickmark.importer.camt;

import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.xml.XmlCursor;

/**
 * One reading of a file.
 *
 * @param xml the document
 * @param sink who is told
 * @param keepDetails whether the payments inside an entry are told
 * @param cancel whether to stop
 */
record Reading(XmlCursor xml, StatementSink sink, boolean keepDetails, CancelToken cancel) {
    static Reading of(XmlCursor xml, ReadContext context, StatementSink sink) {
        boolean drop = context.option(CamtImporter.DETAILS).equals(Optional.of(CamtImporter.DROP));
        return new Reading(xml, sink, !drop, context.cancel());
    }
}
