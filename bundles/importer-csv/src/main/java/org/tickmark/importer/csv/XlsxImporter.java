package org.tickmark.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.importer.csv.xlsx.Workbook;
import org.tickmark.kit.lines.RepeatedWarnings;

/**
 * Reads statements and ledgers from a sheet of a workbook, as if that were saved as comma-separated values: by the same profiles, or by the same guess.
 * Holds nothing; safe for use from many threads.
 */
@Component(property = StatementImporter.FORMAT + "=xlsx")
public final class XlsxImporter implements StatementImporter {
    private static final int WORKBOOK = 90;
    /** A compound file is claimed only so that people are told what to do with it. */
    private static final int OLD_WORKBOOK = 10;

    /** A sheet that holds a table. */
    private record Candidate(SheetSample sample, LayoutFinder finder, LayoutFinder.Found table) {
        boolean isKnown() {
            return table.profile().isPresent();
        }
    }

    @Override
    public int probe(FileHead head) {
        if (!Workbook.claims(head)) {
            return 0;
        }
        return Workbook.isOld(head) ? OLD_WORKBOOK : WORKBOOK;
    }

    @Override
    public List<FormatOption> options() {
        return Choices.ofWorkbooks();
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        Choices choices = Choices.of(context);
        try (Workbook workbook = Workbook.open(in, context)) {
            read(workbook, choices, context, sink);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void read(Workbook workbook, Choices choices, ReadContext context, StatementSink sink) {
        List<Workbook.Sheet> sheets = sheets(workbook, choices);
        List<Candidate> tables = candidates(workbook, sheets, choices);
        Candidate chosen = tables.stream()
                .filter(Candidate::isKnown)
                .findFirst()
                .or(() -> tables.stream().findFirst())
                .orElseThrow(() -> noTable(sheets));
        Layout layout = chosen.finder().layout(context);
        RepeatedWarnings problems = new RepeatedWarnings(sink);
        Statements statements = new Statements(
                sink, layout, problems, layout.howRead(!choices.columns().isEmpty()));
        tellOthers(tables, chosen, problems);
        RowReader rows = new RowReader(layout, statements, problems);
        chosen.sample().rows(row -> {
            if (row.line() > layout.headerLine()) {
                rows.take(row, false);
            }
            return true;
        });
        rows.finish(true);
        problems.finish();
    }

    /** The sheet that the definition names, else those that people see. */
    private static List<Workbook.Sheet> sheets(Workbook workbook, Choices choices) {
        List<Workbook.Sheet> all = workbook.sheets();
        Optional<String> name = choices.sheet();
        if (name.isEmpty()) {
            return all.stream().filter(sheet -> !sheet.hidden()).toList();
        }
        List<Workbook.Sheet> named = all.stream()
                .filter(sheet -> sheet.name().strip().equalsIgnoreCase(name.get()))
                .limit(1)
                .toList();
        if (named.isEmpty()) {
            throw Problems.refusal(ErrorClass.E2, "no-sheet")
                    .found(name.get())
                    .expected(names(all))
                    .exception();
        }
        return named;
    }

    private static List<Candidate> candidates(Workbook workbook, List<Workbook.Sheet> sheets, Choices choices) {
        List<Candidate> candidates = new ArrayList<>();
        for (Workbook.Sheet sheet : sheets) {
            SheetSample sample = new SheetSample(workbook, sheet);
            LayoutFinder finder = new LayoutFinder(sample, choices);
            finder.find().ifPresent(table -> candidates.add(new Candidate(sample, finder, table)));
        }
        return candidates;
    }

    private static TickmarkException noTable(List<Workbook.Sheet> sheets) {
        return Problems.refusal(ErrorClass.E2, "no-sheet-table")
                .found(names(sheets))
                .exception();
    }

    private static String names(List<Workbook.Sheet> sheets) {
        return sheets.stream().map(Workbook.Sheet::name).collect(Collectors.joining(", "));
    }

    /** A table of a profile is one of a bank; beside it only other such tables are worth a word. */
    private static void tellOthers(List<Candidate> tables, Candidate chosen, RepeatedWarnings problems) {
        List<Workbook.Sheet> others = tables.stream()
                .filter(table -> !table.equals(chosen) && (table.isKnown() || !chosen.isKnown()))
                .map(table -> table.sample().sheet())
                .toList();
        if (!others.isEmpty()) {
            problems.tell(Problem.warning(ErrorClass.W.code("sheets"), Texts.message("csv.sheets"))
                    .where(chosen.sample().sheet().name())
                    .found(names(others))
                    .advice(Texts.message("csv.sheets.advice"))
                    .build());
        }
    }
}
