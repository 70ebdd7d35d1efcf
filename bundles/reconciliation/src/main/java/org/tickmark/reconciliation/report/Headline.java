package org.tickmark.reconciliation.report;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.host.books.Account.Side;

/** What a report says first, and what it says of itself at the end. */
final class Headline {
    private Headline() {}

    /** Whether the group is proven, in one line. */
    static String of(ReportModel model, Format format) {
        long open = model.open(Side.BANK) + model.open(Side.LEDGER);
        return model.proven()
                .map(proven -> proven
                        ? format.text("status.proven", open)
                        : format.text(
                                "status.failed",
                                model.proof().orElseThrow().failures().size()))
                .orElseGet(() -> format.text("status.empty"));
    }

    /** Who ran what and when, and the end of the audit log. */
    static List<String> about(ReportModel model, Format format) {
        List<String> lines = new ArrayList<>();
        model.run()
                .ifPresent(run -> lines.add(format.text(
                        "about.run",
                        Long.toString(run.id()),
                        format.instant(run.finishedAt()),
                        run.caller(),
                        format.count(run.matches()))));
        if (!model.unit().isEmpty()) {
            lines.add(format.text("about.definition", model.group(), Integer.toString(model.version())));
        }
        model.auditHead()
                .ifPresent(head -> lines.add(format.text("about.audit", Long.toString(head.number()), head.hash())));
        lines.add(format.text("about.generated", format.instant(model.generatedAt())));
        return lines;
    }
}
