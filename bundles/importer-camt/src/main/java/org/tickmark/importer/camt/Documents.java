package org.tickmark.importer.camt;

import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.kit.xml.DocumentKind;

/** What documents this bundle reads. */
final class Documents {
    static final DocumentKind CAMT = new DocumentKind(
            Set.of("Stmt", "Rpt", "Ntfctn", "Ntry", "TxDtls"),
            Documents::stranger,
            Optional.of(Texts.message("camt.entry-size.advice")));

    private Documents() {}

    /** The problem of a file that holds no message. */
    static Problem.Builder stranger() {
        return Problem.error(ErrorClass.E2.code("not-camt"), Texts.message("camt.not-camt"))
                .expected("camt.052, camt.053, camt.054")
                .advice(Texts.message("camt.not-camt.advice"));
    }
}
