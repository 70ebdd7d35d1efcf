package org.tickmark.importer.saft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
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
 * Reads ledgers in the format SAF-T Financial: each account that has entries or balances is a statement. SAF-T Cash Register, which looks alike, is
 * recognised and refused. Holds nothing; safe for use from many threads.
 */
@Component(property = StatementImporter.FORMAT + "=saft")
public final class SaftImporter implements StatementImporter {
    static final String VOUCHERS = "vouchers";
    static final String TOTALS = "totals";

    private static final int CERTAIN = 95;
    private static final String ROOT = "auditfile";
    private static final String CASH_REGISTER = "cashregister";
    private static final DocumentKind KIND = new DocumentKind(
            Set.of("Account", "Customer", "Supplier", "Journal", "Transaction", "Line"),
            SaftImporter::stranger,
            Optional.empty());

    @Override
    public int probe(FileHead head) {
        if (!head.latin1().replace("\0", "").toLowerCase(Locale.ROOT).contains(ROOT)) {
            return 0;
        }
        try {
            XmlCursor xml = XmlCursor.over(new ByteArrayInputStream(head.bytes()), Limits.USUAL, KIND);
            return xml.nextElement() && isAuditFile(xml) ? CERTAIN : 0;
        } catch (IOException | TickmarkException e) {
            return 0;
        }
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                Strictness.option(VOUCHERS, Texts.message("saft.option.vouchers")),
                Strictness.option(TOTALS, Texts.message("saft.option.totals")));
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        XmlCursor xml = XmlCursor.over(in, context.limits(), KIND);
        if (!xml.nextElement() || !isAuditFile(xml)) {
            throw stranger().where("line 1").found(xml.rootName()).exception();
        }
        if (isCashRegister(xml)) {
            throw Problem.error(ErrorClass.E2.code("cash-register"), Texts.message("saft.cash-register"))
                    .where("line " + xml.line())
                    .found("SAF-T Cash Register")
                    .expected("SAF-T Financial")
                    .advice(Texts.message("saft.cash-register.advice"))
                    .exception();
        }
        sink.encoding(xml.encoding());
        new AuditFileReader(xml, context, sink).read();
    }

    private static boolean isAuditFile(XmlCursor xml) {
        return xml.name().toLowerCase(Locale.ROOT).equals(ROOT);
    }

    /** Its elements begin with small letters, and its namespace says it. */
    private static boolean isCashRegister(XmlCursor xml) {
        return xml.name().equals(ROOT)
                || xml.namespace().toLowerCase(Locale.ROOT).contains(CASH_REGISTER);
    }

    private static Problem.Builder stranger() {
        return Problem.error(ErrorClass.E2.code("not-saft"), Texts.message("saft.not-saft"))
                .expected("AuditFile")
                .advice(Texts.message("saft.not-saft.advice"));
    }
}
