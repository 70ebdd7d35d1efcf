package org.tickmark.web.work;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tickmark.api.Permission;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.http.Refusal;

/**
 * Reports as files: {@code of} says of which group or run, {@code as-of} of which day, {@code format} in which format. A report that is a page has its styles
 * inside, so it comes in a sandbox of its own: nothing in it runs, loads or is sent.
 */
final class ReportFiles {
    private static final String SANDBOX =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri"
                    + " 'none'; form-action 'none'";

    private final Supplier<Optional<Reconciliation>> reports;

    /**
     * The route of reports.
     *
     * @param reports empty while their bundle is away
     */
    ReportFiles(Supplier<Optional<Reconciliation>> reports) {
        this.reports = reports;
    }

    List<Route> routes() {
        return List.of(Route.get("/reports/{kind}", Access.SESSION, this::answer));
    }

    private Answer answer(Visit visit) {
        visit.caller().require(Permission.RECONCILIATION_READ);
        ReportKind kind = named(ReportKind.values(), ReportKind::word, visit.part("kind"));
        Parameters query = visit.ask().query();
        ReportFormat format = named(
                ReportFormat.values(), ReportFiles::word, query.first("format").orElse("html"));
        ReportRequest request =
                ReportRequest.of(kind, query.first("of").orElseThrow(() -> new Refusal(404)), format, visit.locale());
        if (kind.isOfGroup()) {
            request = request.on(query.first("as-of").map(ReportFiles::date));
        }
        Reconciliation service = reports.get().orElseThrow(() -> new Refusal(503));
        Answer file = Answer.of(200, type(format), service.report(visit.caller(), request))
                .with("Content-Security-Policy", SANDBOX);
        return format == ReportFormat.HTML
                ? file
                : file.with(
                        "Content-Disposition", "attachment; filename=\"" + kind.word() + "." + ending(format) + "\"");
    }

    private static <T> T named(T[] values, Function<T, String> word, String given) {
        return Stream.of(values)
                .filter(value -> word.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> new Refusal(404));
    }

    private static String word(ReportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static String ending(ReportFormat format) {
        return format == ReportFormat.TEXT ? "txt" : word(format);
    }

    private static LocalDate date(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw new Refusal(400, e);
        }
    }

    private static String type(ReportFormat format) {
        return switch (format) {
            case HTML -> "text/html; charset=utf-8";
            case TEXT -> "text/plain; charset=utf-8";
            case JSON -> "application/json";
            case CSV -> "text/csv; charset=utf-8";
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case PDF -> "application/pdf";
        };
    }
}
