package org.tickmark.importer.sie5;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.ledger.Strictness;
import org.tickmark.kit.xml.DocumentKind;
import org.tickmark.kit.xml.XmlCursor;

/**
 * Reads ledgers in the format SIE 5: each account that has entries or balances is a statement. Holds nothing; safe for use from many threads.
 */
@Component(property = StatementImporter.FORMAT + "=sie5")
public final class Sie5Importer implements StatementImporter {
    static final String VOUCHERS = "vouchers";

    private static final int CERTAIN = 95;
    private static final String NAMESPACE = "sie.se/sie5";
    private static final Set<String> ROOTS = Set.of("Sie", "SieEntry");
    private static final DocumentKind KIND = new DocumentKind(
            Set.of("Account", "Journal", "JournalEntry", "LedgerEntry"), Sie5Importer::stranger, Optional.empty());

    @Override
    public int probe(FileHead head) {
        if (!head.latin1().replace("\0", "").contains("<")) {
            return 0;
        }
        try {
            XmlCursor xml = XmlCursor.over(new ByteArrayInputStream(head.bytes()), Limits.USUAL, KIND);
            return xml.nextElement() && isOurs(xml) ? CERTAIN : 0;
        } catch (IOException | TickmarkException e) {
            return 0;
        }
    }

    @Override
    public List<FormatOption> options() {
        return List.of(Strictness.option(VOUCHERS, Texts.message("sie5.option.vouchers")));
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        XmlCursor xml = XmlCursor.over(in, context.limits(), KIND);
        if (!xml.nextElement() || !isOurs(xml)) {
            throw stranger().where("line 1").found(xml.rootName()).exception();
        }
        sink.encoding(xml.encoding());
        new DocumentReader(xml, context, sink).read();
    }

    private static boolean isOurs(XmlCursor xml) {
        boolean namespace = xml.namespace().isEmpty() || xml.namespace().contains(NAMESPACE);
        return namespace && ROOTS.contains(xml.name());
    }

    private static Problem.Builder stranger() {
        return Problem.error(ErrorClass.E2.code("not-sie5"), Texts.message("sie5.not-sie5"))
                .expected("Sie, SieEntry")
                .advice(Texts.message("sie5.not-sie5.advice"));
    }
}
