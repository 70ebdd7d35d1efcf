package org.tickmark.importer.camt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.xml.XmlCursor;

/**
 * Reads ISO 20022 statements (camt.053), reports (camt.052) and notifications (camt.054) of any version, by local names, also inside a business
 * message envelope. One format: what a message is, its element says. Holds nothing; safe for use from many threads.
 */
@Component(property = StatementImporter.FORMAT + "=camt")
public final class CamtImporter implements StatementImporter {
    static final String DETAILS = "details";
    static final String KEEP = "keep";
    static final String DROP = "drop";

    private static final int CERTAIN = 95;
    /** How the elements of all three messages begin. */
    private static final String MESSAGE = "BkToCstmr";

    @Override
    public int probe(FileHead head) {
        boolean possible = head.latin1().replace("\0", "").contains(MESSAGE);
        return possible && holdsMessage(head) ? CERTAIN : 0;
    }

    @Override
    public List<FormatOption> options() {
        return List.of(new FormatOption(DETAILS, List.of(KEEP, DROP), KEEP, Texts.message("camt.option.details")));
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        XmlCursor xml = XmlCursor.over(in, context.limits(), Documents.CAMT);
        Reading reading = Reading.of(xml, context, sink);
        boolean any = false;
        while (xml.nextElement()) {
            Optional<Kind> kind = MessageReader.kind(xml.name());
            if (kind.isPresent()) {
                if (!any) {
                    sink.encoding(xml.encoding());
                }
                any = true;
                new MessageReader(reading, kind.get()).read();
            }
        }
        if (!any) {
            throw Documents.stranger().where("line 1").found(xml.rootName()).exception();
        }
    }

    private static boolean holdsMessage(FileHead head) {
        try {
            XmlCursor xml = XmlCursor.over(new ByteArrayInputStream(head.bytes()), Limits.USUAL, Documents.CAMT);
            while (xml.nextElement()) {
                if (MessageReader.kind(xml.name()).isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (IOException | TickmarkException e) {
            return false;
        }
    }
}
