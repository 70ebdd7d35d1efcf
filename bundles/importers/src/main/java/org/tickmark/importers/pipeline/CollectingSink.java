package org.tickmark.importers.pipeline;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;

/** Takes what an importer tells, proves each statement, and keeps the host's limits. For one thread. */
final class CollectingSink implements StatementSink {
    private static final int MOST_ERRORS = 50;
    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final EntryStore store;
    private final Strictness strictness;
    private final Limits limits;
    private final ReadWatch watch;
    private final CancelToken cancel;
    private final List<OpenStatement> statements = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private String encoding = "";
    private final Set<String> formats = new TreeSet<>();
    private Optional<String> member = Optional.empty();
    private long bytes;
    private long entries;
    private int errors;

    CollectingSink(EntryStore store, Strictness strictness, Limits limits, ReadWatch watch, CancelToken cancel) {
        this.store = store;
        this.strictness = strictness;
        this.limits = limits;
        this.watch = watch;
        this.cancel = cancel;
    }

    /** What is told from now on is of this file within the file. */
    void within(String name) {
        member = Optional.of(name);
    }

    /** What is told from now on is read by this format. */
    void format(String name) {
        formats.add(name);
    }

    /** The stream, with what is read of it counted. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                bytes += read < 0 ? 0 : 1;
                return read;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                bytes += Math.max(0, read);
                return read;
            }
        };
    }

    @Override
    public void encoding(String name) {
        encoding = name;
    }

    @Override
    public StatementWriter open(StatementHeader header) {
        OpenStatement statement = new OpenStatement(header, statements.size());
        statements.add(statement);
        return statement;
    }

    @Override
    public void problem(Problem problem) {
        keep(problem, problems);
    }

    /**
     * Ends the reading once the importer has returned.
     *
     * @throws org.tickmark.api.TickmarkException if it left a statement open
     */
    void end() {
        statements.forEach(OpenStatement::requireClosed);
        watch.read(entries, bytes);
    }

    /** What was told. */
    ReadFile result() {
        return new ReadFile(
                String.join(", ", formats),
                encoding,
                statements.stream().map(OpenStatement::result).toList(),
                problems);
    }

    private void keep(Problem problem, List<Problem> kept) {
        kept.add(member.map(problem::within).orElse(problem));
        if (problem.severity() == Severity.ERROR && ++errors >= MOST_ERRORS) {
            throw new TooManyErrors(errors);
        }
    }

    private void count() {
        if (++entries > limits.entries()) {
            throw FileProblems.tooLarge("entries", limits.entries()).exception();
        }
        if (entries % ROWS_BETWEEN_CHECKS == 0) {
            cancel.throwIfCancelled();
            watch.read(entries, bytes);
        }
    }

    private boolean rejects(StatementHeader.Kind kind) {
        return switch (strictness) {
            case STRICT -> true;
            case LENIENT -> false;
            case USUAL -> kind != StatementHeader.Kind.LEDGER;
        };
    }

    /** One statement while it is told. */
    private final class OpenStatement implements StatementWriter {
        private final StatementHeader header;
        private final int number;
        private final Totals totals = new Totals();
        private final List<Balance> balances = new ArrayList<>();
        private final List<Problem> statementProblems = new ArrayList<>();
        private final List<ControlTotals> controls = new ArrayList<>();
        private long statementEntries;
        private long undated;
        private boolean closed;

        OpenStatement(StatementHeader header, int number) {
            this.header = header;
            this.number = number;
        }

        @Override
        public void balance(Balance balance) {
            balances.add(balance);
        }

        @Override
        public void control(ControlTotals stated) {
            controls.add(stated);
        }

        @Override
        public void entry(ImportedEntry entry) {
            count();
            statementEntries++;
            totals.add(entry);
            if (entry.status() == ImportedEntry.Status.BOOKED
                    && entry.bookingDate().isEmpty()) {
                undated++;
            }
            store.add(number, entry);
        }

        @Override
        public void problem(Problem problem) {
            keep(problem, statementProblems);
        }

        @Override
        public void close() {
            closed = true;
            checkTotals();
            checkDates();
        }

        private void requireClosed() {
            if (!closed) {
                throw FileProblems.notClosed(header).exception();
            }
        }

        private ReadStatement result() {
            return new ReadStatement(number, header, balances, proof(), statementEntries, undated, statementProblems);
        }

        private void checkTotals() {
            boolean rejects = rejects(header.kind());
            StatementProof proof = proof();
            if (proof.verdict() == StatementProof.Verdict.FAILED) {
                problem(FileProblems.notProved(
                        header,
                        proof.difference().orElseThrow(),
                        proof.opening().orElseThrow().add(proof.sum()),
                        proof.closing().orElseThrow(),
                        rejects));
            }
            controls.forEach(stated -> totals.against(stated, header, rejects).forEach(this::problem));
        }

        private void checkDates() {
            if (undated == 0) {
                return;
            }
            problem(
                    ReadStatement.date(header, balances).isPresent()
                            ? FileProblems.undated(header, undated)
                            : FileProblems.undatable(header));
        }

        private StatementProof proof() {
            return totals.proof(stated(Balance.Kind.OPENING), stated(Balance.Kind.CLOSING));
        }

        private Optional<BigDecimal> stated(Balance.Kind kind) {
            return balances.stream()
                    .filter(balance -> balance.kind() == kind)
                    .map(Balance::amount)
                    .findFirst();
        }
    }
}
