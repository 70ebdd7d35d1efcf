package org.tickmark.importer.mt940;

import java.util.Optional;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineReader;

/** Gathers the lines of one entry, and tells it when the next field begins. An entry without an amount that can be read is not told. */
final class EntryReader {
    private final LineReader lines;
    private final Dates dates;
    private final LineProblems problems;
    private final TextBlock supplement;
    private final TextBlock details;
    private Optional<EntryLine> line = Optional.empty();

    /**
     * A reader without an entry.
     *
     * @param longest how many bytes the text of an entry may have
     */
    EntryReader(LineReader lines, int longest, Dates dates, LineProblems problems) {
        this.lines = lines;
        this.dates = dates;
        this.problems = problems;
        this.supplement = new TextBlock(longest);
        this.details = new TextBlock(longest);
    }

    /** Begins with the field :61: in the line at hand. */
    void start(int from) {
        supplement.clear();
        details.clear();
        line = EntryLine.read(lines, from, dates, problems);
    }

    /** Adds the line at hand to the field :61:. */
    void addSupplement(int from) {
        add(supplement, from);
    }

    /** Adds the line at hand to the field :86:. */
    void addDetails(int from) {
        add(details, from);
    }

    /** Whether what was added last ends in two digits that may be an hour. */
    boolean endsInAnHour() {
        return details.isEmpty() ? supplement.endsInAnHour() : details.endsInAnHour();
    }

    /** Tells the entry to its statement. */
    void end(Statement statement) {
        if (line.isPresent()) {
            ImportedEntry.Builder entry = line.get().start();
            Information.fill(entry, line.get(), text(supplement), text(details), statement.account());
            statement.entry(entry.build());
        }
    }

    private String text(TextBlock block) {
        return block.isEmpty()
                ? ""
                : problems.checked(block.text(lines), line.orElseThrow().place());
    }

    private void add(TextBlock block, int from) {
        if (!block.add(lines.buffer(), from, lines.end())) {
            throw problems.broken("length", Texts.message("mt940.length"), ":61:, :62F:");
        }
    }
}
