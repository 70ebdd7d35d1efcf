package org.tickmark.reconciliation.report;

import java.util.List;
import java.util.Locale;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;

/** Writes a report in one format. */
@FunctionalInterface
public interface ReportWriter {
    /** The writer of a format. */
    static ReportWriter of(ReportFormat format) {
        return switch (format) {
            case HTML -> (model, locale) -> HtmlReport.write(List.of(model), locale);
            case TEXT -> (model, locale) -> new TextReport(model, new Format(locale, model.currency())).write();
            case JSON -> JsonReport::write;
            case CSV -> CsvReport::write;
        };
    }

    /**
     * One page of several reports, such as one for each currency.
     *
     * @param models at least one
     */
    static String page(List<ReportModel> models, Locale locale) {
        return HtmlReport.write(models, locale);
    }

    /** The report in a language. */
    String write(ReportModel model, Locale locale);
}
