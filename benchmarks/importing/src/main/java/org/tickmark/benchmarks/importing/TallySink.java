package org.tickmark.benchmarks.importing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.testkit.file.FileForm;

/** Counts the entries that an importer tells, and adds up those of the bank's account. For one thread. */
final class TallySink implements StatementSink {
    private final FileForm form;
    private long entries;
    private BigDecimal sum = BigDecimal.ZERO;

    private TallySink(FileForm form) {
        this.form = form;
    }

    /** What Tickmark's importer finds in a file. */
    static Tally read(FileForm form, InputStream file) throws IOException {
        TallySink sink = new TallySink(form);
        ReadContext context = new ReadContext(
                "benchmark." + form.extension(),
                Optional.empty(),
                Readers.options(form),
                Limits.USUAL,
                CancelToken.NEVER);
        Readers.importer(form).read(file, context, sink);
        return new Tally(sink.entries, sink.sum);
    }

    @Override
    public void encoding(String name) {}

    @Override
    public StatementWriter open(StatementHeader header) {
        return new Writer(!form.isLedger() || form.account(1).equals(header.account()));
    }

    @Override
    public void problem(Problem problem) {}

    /** Takes one statement. */
    private final class Writer implements StatementWriter {
        private final boolean isOfTheBank;

        Writer(boolean isOfTheBank) {
            this.isOfTheBank = isOfTheBank;
        }

        @Override
        public void balance(Balance balance) {}

        @Override
        public void control(ControlTotals totals) {}

        @Override
        public void entry(ImportedEntry entry) {
            entries++;
            if (isOfTheBank) {
                sum = sum.add(entry.amount());
            }
        }

        @Override
        public void problem(Problem problem) {}

        @Override
        public void close() {}
    }
}
