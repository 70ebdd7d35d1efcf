package org.tickmark.importer.camt;

import java.io.IOException;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.kit.xml.XmlCursor;

/** Reads one message: its group header and its statements, reports or notifications. */
final class MessageReader {
    private final Reading reading;
    private final XmlCursor xml;
    private final Kind kind;
    private final Fields fields;
    private Optional<Page> page = Optional.empty();

    MessageReader(Reading reading, Kind kind) {
        this.reading = reading;
        this.xml = reading.xml();
        this.kind = kind;
        this.fields = new Fields(xml, reading.sink()::problem);
    }

    /** What kind of statements an element of this name holds; empty when it is no message. The first version added its number to the name. */
    static Optional<Kind> kind(String element) {
        if (element.startsWith("BkToCstmrStmt")) {
            return Optional.of(Kind.STATEMENT);
        } else if (element.startsWith("BkToCstmrAcctRpt")) {
            return Optional.of(Kind.INTRADAY);
        } else if (element.startsWith("BkToCstmrDbtCdtNtfctn")) {
            return Optional.of(Kind.NOTIFICATION);
        }
        return Optional.empty();
    }

    /** Reads the element that the cursor has just entered, and leaves it. */
    void read() throws IOException {
        String place = xml.place();
        xml.takeAsRoot();
        boolean any = false;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "GrpHdr" -> groupHeader();
                case "Stmt", "Rpt", "Ntfctn" -> {
                    new StatementReader(reading, kind, page).read();
                    any = true;
                }
                default -> xml.skip();
            }
        }
        if (!any) {
            throw Problem.error(ErrorClass.E3.code("no-statement"), Texts.message("camt.no-statement"))
                    .where(place)
                    .expected("Stmt, Rpt, Ntfctn")
                    .advice(Texts.message("camt.again.advice"))
                    .exception();
        }
    }

    private void groupHeader() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "MsgPgntn" -> page = Page.read(xml, fields);
                default -> xml.skip();
            }
        }
    }
}
