package org.tickmark.console.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;

/** Has reports made as a command asks, and puts them where it wants them. */
final class ReportOutput {
    private static final String AS_OF = "as-of";
    private static final String KNOWN_AT = "known-at";
    private static final String FORMAT = "format";
    private static final String OUT = "out";
    private static final ValueKind FORMATS = ValueKind.choice(
            Arrays.stream(ReportFormat.values()).map(ReportOutput::word).toArray(String[]::new));

    private final Reconciliation reconciliation;

    ReportOutput(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    static String word(ReportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    /** The options that say of which day a report is and where it goes. */
    static Command.Declaration options(Command.Declaration command) {
        return command.option(AS_OF, AS_OF, ValueKind.DATE)
                .option(FORMAT, "report-format", FORMATS)
                .option(OUT, OUT, ValueKind.PATH);
    }

    /** The same, and of which moment. */
    static Command.Declaration optionsWithMoment(Command.Declaration command) {
        return options(command.option(KNOWN_AT, KNOWN_AT, ValueKind.TEXT));
    }

    CommandResult result(CommandCall call, ReportKind kind, String subject) {
        ReportFormat format = format(call);
        if (!format.isText() && call.option(OUT).isEmpty()) {
            throw Texts.problem("usage.report-out", word(format))
                    .advice(Texts.text("usage.report-out.advice", word(format)))
                    .exception();
        }
        if (!kind.isOfGroup()
                && (call.option(AS_OF).isPresent() || call.option(KNOWN_AT).isPresent())) {
            throw Texts.problem("usage.report-day", kind.word()).exception();
        }
        ReportRequest request = ReportRequest.of(
                        kind, subject, format, call.caller().locale())
                .on(call.option(AS_OF).map(LocalDate::parse))
                .knownAt(moment(call));
        return OutputFile.bytes(call, reconciliation.report(call.caller(), request));
    }

    /** What is asked for; otherwise what the file's name ends with; otherwise text. */
    private static ReportFormat format(CommandCall call) {
        Optional<String> ending = call.option(OUT).map(file -> file.substring(file.lastIndexOf('.') + 1));
        return call.option(FORMAT)
                .or(() -> ending)
                .flatMap(word -> Arrays.stream(ReportFormat.values())
                        .filter(format -> word(format).equals(word.toLowerCase(Locale.ROOT)))
                        .findFirst())
                .orElse(ReportFormat.TEXT);
    }

    private static Optional<Instant> moment(CommandCall call) {
        return call.option(KNOWN_AT).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw Texts.problem("usage.moment", KNOWN_AT)
                        .found(text)
                        .expected("2026-06-03T08:00:00+02:00")
                        .exception(e);
            }
        });
    }
}
