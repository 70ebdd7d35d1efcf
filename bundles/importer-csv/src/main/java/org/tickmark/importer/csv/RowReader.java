package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.kit.lines.RepeatedWarnings;

/**
 * Tells what each row is: an entry, more text of the entry above it, a balance, totals, or nothing that is booked. Holds one entry back, whose text
 * may go on. For one thread.
 */
final class RowReader {
    private final Layout layout;
    private final Columns columns;
    private final Statements statements;
    private final RepeatedWarnings problems;
    private final Fields fields;
    private final EntryBuilder entries;
    private final SpecialRows special;
    private final EndCheck end;
    private final boolean entriesOnly;
    private long count;
    private long notBooked;
    private ImportedEntry.Builder held;
    private Statement holder;

    RowReader(Layout layout, Statements statements, RepeatedWarnings problems) {
        this.layout = layout;
        this.columns = layout.columns();
        this.statements = statements;
        this.problems = problems;
        this.fields = new Fields(layout, problems);
        this.entries = new EntryBuilder(layout, fields);
        this.special = new SpecialRows(layout, fields, statements);
        this.end = new EndCheck(layout);
        this.entriesOnly = layout.profile()
                .filter(profile -> profile.has(Profile.Rule.ENTRIES))
                .isPresent();
    }

    /** How many rows were taken. */
    long count() {
        return count;
    }

    /** Takes a row that is not empty. */
    void take(Row row, boolean undecodable) {
        count++;
        end.note(row);
        if (undecodable) {
            problems.tell(Problems.warning(ErrorClass.W, "undecodable")
                    .where(layout.form().place(row.line()))
                    .advice(Texts.message("csv.undecodable.advice"))
                    .build());
        }
        if (fields.tellFailed(row)) {
            return;
        }
        if (fields.holdsSurplus(row)) {
            fields.tellSurplus(row);
            return;
        }
        Optional<LocalDate> day = fields.bookingDate(row);
        boolean withoutAmount = layout.amounts().isMissing(row);
        if (!entriesOnly && takeOther(row, day, withoutAmount)) {
            return;
        }
        release();
        if (day.isPresent() && !withoutAmount) {
            entry(row, day.get());
        } else {
            fields.tellMissing(row, day);
        }
    }

    /** Takes a row that is no entry: a balance, one that is not booked, more text, a note. */
    private boolean takeOther(Row row, Optional<LocalDate> day, boolean withoutAmount) {
        if (special.take(row, day)) {
            release();
        } else if (fields.isNotBooked(row)) {
            release();
            notBooked++;
        } else if (day.isPresent()) {
            return false;
        } else if (withoutAmount && goesOn(row)) {
            entries.addText(row, held);
        } else if (namesColumns(row) || (withoutAmount ? !fields.looksLikeEntry(row) : fields.isNote(row))) {
            note(row);
        } else {
            return false;
        }
        return true;
    }

    private void entry(Row row, LocalDate day) {
        Optional<BigDecimal> amount = layout.amounts().amount(row);
        if (amount.isEmpty()) {
            fields.tellAmount(row);
            return;
        }
        Optional<String> currency = fields.currency(row);
        if (currency.isEmpty()) {
            return;
        }
        Statement statement = statements.of(fields.account(row), currency.get(), row.line());
        Optional<BigDecimal> balance = fields.balance(row);
        OptionalLong sequence = fields.sequence(row);
        statement.row(row.line(), day, amount.get(), balance, sequence);
        held = entries.build(row, count, day, amount.get());
        holder = statement;
    }

    /** Whether a row without date and amount carries on the text of the entry above it. */
    private boolean goesOn(Row row) {
        return held != null
                && row.isEmpty(columns.at(Role.BOOKING_DATE))
                && columns.all(Role.TEXT).stream().anyMatch(column -> !row.isEmpty(column));
    }

    /** Whether a row names the columns once more, as where files were joined. */
    private boolean namesColumns(Row row) {
        return layout.headings().size() == row.count()
                && layout.headings().stream().map(Heading::raw).toList().equals(List.of(row.texts()));
    }

    private void note(Row row) {
        problems.tell(Problems.warning(ErrorClass.W, "note")
                .where(layout.form().place(row.line()))
                .found(Problems.shown(String.join(" ", row.texts()).strip()))
                .build());
    }

    private void release() {
        if (held != null) {
            holder.entry(held.build());
            held = null;
        }
    }

    /**
     * Ends the reading.
     *
     * @throws org.tickmark.api.TickmarkException of class E3 if the last row is cut off
     */
    void finish(boolean endsLine) {
        if (!endsLine) {
            end.requireWhole(count);
        }
        release();
        Statement first = statements.first();
        if (notBooked > 0) {
            first.problem(Problem.info(ErrorClass.W.code("not-booked"), Texts.message("csv.not-booked", notBooked))
                    .build());
        }
        if (!endsLine) {
            first.problem(Problem.info(ErrorClass.W.code("line-end"), Texts.message("csv.line-end"))
                    .build());
        }
        special.statePreamble();
        statements.finish();
    }
}
