package org.tickmark.importer.ofx;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;

/** Reads statements of bank accounts and cards in the formats OFX 1, OFX 2 and QFX. Holds nothing; safe for use from many threads. */
@Component(property = StatementImporter.FORMAT + "=ofx")
public final class OfxImporter implements StatementImporter {
    private static final int CERTAIN = 95;

    @Override
    public int probe(FileHead head) {
        return Header.isOfx(head.latin1().replace("\0", "")) ? CERTAIN : 0;
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        byte[] start = in.readNBytes(Header.LENGTH);
        InputStream text = WideStream.isWide(start) ? new WideStream(start, in) : in;
        byte[] head = text == in ? start : text.readNBytes(Header.LENGTH);
        TextDecoder decoder = new TextDecoder(Header.charset(head));
        TagReader tags = new TagReader(head, text, context.limits().line(), decoder);
        new ResponseReader(tags, context, sink).read();
        sink.encoding(decoder.encoding());
    }
}
