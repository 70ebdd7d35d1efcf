package org.tickmark.batch;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailTemplate;
import org.tickmark.api.message.Message;

/** The mail about a night run, made again from what was kept of it, with its groups as they stand now. */
@Component(service = MailTemplate.class, property = MailTemplate.TEMPLATE + "=night-run")
public final class NightTemplate implements MailTemplate {
    private final Transactions transactions;
    private final Reports reports;

    @Activate
    public NightTemplate(
            @Reference(target = "(tickmark.schema=org.tickmark.batch)") Transactions transactions,
            @Reference Imports imports,
            @Reference Reconciliation reconciliation) {
        this.transactions = transactions;
        this.reports = new Reports(imports, reconciliation);
    }

    @Override
    public Message summary() {
        return Texts.message("mail.template");
    }

    @Override
    public MailContent content(Caller caller, String about) {
        caller.require(Permission.IMPORT_READ);
        caller.require(Permission.RECONCILIATION_READ);
        EndedRun run = EndedRun.find(transactions, number(about))
                .filter(found -> found.units().stream().allMatch(unit -> caller.maySee(unit.unit())))
                .orElseThrow(() -> unknown(about).exception());
        Report report =
                reports.of(caller, run, EndedRun.before(transactions, run.id())).only(caller.units());
        Message open = Texts.message("open", report.openItems());
        return new NightMail(ZoneId.systemDefault())
                .of(report, Texts.message("mail.subject.again", run.id(), open), List.of());
    }

    private static Optional<Long> number(String about) {
        try {
            return about.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(about));
        } catch (NumberFormatException e) {
            throw unknown(about).exception(e);
        }
    }

    private static Problem.Builder unknown(String about) {
        return Problem.error("batch.run-unknown", Texts.message("run-unknown"))
                .found(about)
                .advice(Texts.message("run-unknown.advice"));
    }
}
