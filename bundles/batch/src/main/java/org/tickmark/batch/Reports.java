package org.tickmark.batch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.Reconciliation.Standing;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.mail.MailFile;
import org.tickmark.batch.Report.GroupLine;
import org.tickmark.batch.Report.Told;
import org.tickmark.batch.Report.UnitLine;

/** Gathers what there is to tell of a run: of one that is just ending from what it did, of an earlier one from what was kept. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final Imports imports;
    private final Reconciliation reconciliation;

    Reports(Imports imports, Reconciliation reconciliation) {
        this.imports = imports;
        this.reconciliation = reconciliation;
    }

    /** The report of a run that is ending. */
    Report of(Caller caller, BatchRequest request, long run, Span span, Tally tally, List<EndedRun> before) {
        List<UnitOutcome> units = tally.units();
        List<Told> problems = new ArrayList<>(Told.of("", tally.beside()));
        units.forEach(unit -> problems.addAll(Told.of(unit.unit(), Problems.all(unit))));
        return new Report(
                run,
                request.mode(),
                span.start(),
                span.took(),
                Optional.of(tally.exitBeside()),
                units.stream().map(UnitOutcome::line).toList(),
                units.stream()
                        .flatMap(unit -> unit.groups().stream())
                        .map(group -> line(caller, group, request.asOf()))
                        .toList(),
                units.stream()
                        .flatMap(unit -> unit.imports().files().stream())
                        .filter(Reports::isKeptOut)
                        .toList(),
                problems,
                before);
    }

    /** When a run began, and how long it took. */
    record Span(Instant start, Duration took) {}

    private GroupLine line(Caller caller, GroupRun run, Optional<LocalDate> asOf) {
        return new GroupLine(run.unit(), run.group(), run.rules(), run.proof(), open(caller, run.group(), asOf));
    }

    private static boolean isKeptOut(FileOutcome file) {
        return file.result() == Result.REJECTED || file.result() == Result.HELD;
    }

    /** What is open in a group; a group that cannot be asked has been told of as a problem already. */
    private List<OpenItem> open(Caller caller, String group, Optional<LocalDate> asOf) {
        try {
            return reconciliation.standing(caller, group, asOf).open();
        } catch (RuntimeException e) {
            LOG.warn("The open items of group {} cannot be told", group, e);
            return List.of();
        }
    }

    /** The report of an earlier run, with its groups as they stand now. */
    Report of(Caller caller, EndedRun run, List<EndedRun> before) {
        List<String> units = run.units().stream().map(UnitLine::unit).toList();
        List<GroupLine> groups = reconciliation.groups(caller).stream()
                .filter(group -> group.background() && units.contains(group.unit()))
                .map(group -> line(caller, group))
                .toList();
        return new Report(
                run.id(),
                run.mode(),
                run.startedAt(),
                Duration.between(run.startedAt(), run.finishedAt()),
                run.exit(),
                run.units(),
                groups,
                imports.rejectedSince(caller, run.startedAt()),
                List.of(),
                before);
    }

    private GroupLine line(Caller caller, Group group) {
        Standing standing = reconciliation.standing(caller, group.name(), Optional.empty());
        return new GroupLine(group.unit(), group.name(), List.of(), standing.proof(), standing.open());
    }

    /** The report of each group, as a page of its own. */
    List<MailFile> files(Caller caller, Report report, Optional<LocalDate> asOf, Locale locale) {
        List<MailFile> files = new ArrayList<>();
        for (GroupLine group : report.groups()) {
            if (group.proof().isPresent()) {
                ReportRequest request = ReportRequest.of(
                                ReportKind.RECONCILIATION, group.group(), ReportFormat.HTML, locale)
                        .on(asOf);
                String page = new String(reconciliation.report(caller, request), StandardCharsets.UTF_8);
                files.add(MailFile.text(fileName(group.group()), "text/html", page));
            }
        }
        return files;
    }

    private static String fileName(String group) {
        String plain = group.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
        return plain.substring(0, Math.min(plain.length(), 100)) + ".html";
    }
}
