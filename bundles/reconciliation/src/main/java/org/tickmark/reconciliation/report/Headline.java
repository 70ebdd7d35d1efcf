package org.tickmark.reconciliation.report;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.ReportKind;

/** What a report says first, and what it says of itself at the end. */
final class Headline {
    private Headline() {}

    /** What the report is of. */
    static String title(ReportModel model, Format format) {
        String run = model.run().map(line -> Long.toString(line.id())).orElse("");
        return format.text("title." + model.kind().word(), model.group(), run);
    }

    /** Whose it is: name and code of the unit. */
    static String unit(ReportModel model) {
        return model.unitName() + " (" + model.unit() + ")";
    }

    static String asOf(ReportModel model, Format format) {
        return format.text("as-of", format.date(model.date()), model.currency());
    }

    /** What there is to say in one line: of a run what it matched, of a group whether it is proven. */
    static String of(ReportModel model, Format format) {
        return model.kind() == ReportKind.RUN ? ofRun(model, format) : ofGroup(model, format);
    }

    private static String ofRun(ReportModel model, Format format) {
        long made = model.run().map(ReportModel.RunLine::matches).orElse(0L);
        return format.text("status.run", made, model.matchCount());
    }

    private static String ofGroup(ReportModel model, Format format) {
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
        String about = model.kind() == ReportKind.RUN ? "about.this-run" : "about.run";
        model.run()
                .ifPresent(run -> lines.add(format.text(
                        about,
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
