package org.tickmark.reconciliation.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;

/** Writes a report in one format. */
@FunctionalInterface
public interface ReportWriter {
    /** The writer of a format. */
    static ReportWriter of(ReportFormat format) {
        return switch (format) {
            case HTML -> ofText((model, locale) -> page(List.of(model), locale));
            case TEXT -> ofText((model, locale) -> text(List.of(model), locale));
            case JSON -> ofText(JsonReport::write);
            case CSV -> ofText(CsvReport::write);
            case XLSX -> XlsxReport::write;
            case PDF -> PdfReport::write;
        };
    }

    private static ReportWriter ofText(BiFunction<ReportModel, Locale, String> writer) {
        return (model, locale) -> writer.apply(model, locale).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * One page of several reports, such as one for each currency.
     *
     * @param models at least one
     */
    static String page(List<ReportModel> models, Locale locale) {
        return HtmlReport.write(models, locale);
    }

    /** Several reports as text, one after the other. */
    static String text(List<ReportModel> models, Locale locale) {
        return models.stream()
                .map(model -> new TextReport(model, new Format(locale, model.currency())).write())
                .collect(Collectors.joining("\n"));
    }

    /** The report in a language; text is in UTF-8. */
    byte[] write(ReportModel model, Locale locale);
}
