package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;

/**
 * Tells what each row is: an entry, more text of the entry above it, a balance, totals, or nothing that is booked. Holds one entry back, whose text
 * may go on. For one thread.
 */
final class RowReader {
    private final Layout layout;
    private final Columns columns;
    private final Statements statements;
    private final Problems problems;
    private final Fields fields;
    private final EntryBuilder entries;
    private final SpecialRows special;
    private final EndCheck end;
    private long count;
    private long notBooked;
    private ImportedEntry.Builder held;
    private Statement holder;
    private long heldLine;

    RowReader(Layout layout, Statements statements, Problems problems) {
        this.layout = layout;
        this.columns = layout.columns();
        this.statements = statements;
        this.problems = problems;
        this.fields = new Fields(layout, problems);
        this.entries = new EntryBuilder(layout, fields);
        this.special = new SpecialRows(layout, fields, statements);
        this.end = new EndCheck(layout);
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
                    .where(Problems.line(row.line()))
                    .advice(Texts.message("csv.undecodable.advice"))
                    .build());
        }
        if (fields.holdsSurplus(row)) {
            fields.tellSurplus(row);
            return;
        }
        Optional<LocalDate> day = fields.bookingDate(row);
        boolean withoutAmount = layout.amounts().isMissing(row);
        if (special.take(row, day)) {
            release();
        } else if (fields.isNotBooked(row)) {
            release();
            notBooked++;
        } else if (day.isPresent() && !withoutAmount) {
            entry(row, day.get());
        } else if (withoutAmount && row.isEmpty(columns.at(Role.BOOKING_DATE)) && goesOn(row)) {
            entries.addText(row, held);
            heldLine = row.line();
        } else if (withoutAmount && day.isEmpty() && !fields.looksLikeEntry(row)) {
            note(row);
        } else {
            release();
            fields.tellMissing(row, day);
        }
    }

    private void entry(Row row, LocalDate day) {
        release();
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
        heldLine = row.line();
    }

    /** Whether a row without date and amount carries on the text of the entry above it. */
    private boolean goesOn(Row row) {
        return held != null
                && columns.all(Role.TEXT).stream().anyMatch(column -> !row.isEmpty(column))
                && row.line() > heldLine;
    }

    private void note(Row row) {
        problems.tell(Problems.warning(ErrorClass.W, "note")
                .where(Problems.line(row.line()))
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
