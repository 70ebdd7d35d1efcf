package org.tickmark.testkit.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.api.message.Message;

/** Importers each of which breaks one rule of the contract, and is otherwise the good one. */
final class BrokenImporters {
    private BrokenImporters() {}

    /** Breaks SI-01: looks at the first byte without asking whether there is one. */
    static final class ProbesBeyondTheHead extends LinesImporter {
        @Override
        public int probe(FileHead head) {
            return head.at(0) == 'L' ? super.probe(head) : 0;
        }
    }

    /** Breaks SI-01: more than certain. */
    static final class ProbesAbove100 extends LinesImporter {
        @Override
        public int probe(FileHead head) {
            return 2 * super.probe(head);
        }
    }

    /** Breaks SI-01: remembers what it was asked before. */
    static final class ProbesWithASideEffect extends LinesImporter {
        private int probes;

        @Override
        public int probe(FileHead head) {
            probes++;
            return super.probe(head) > 0 ? probes % 100 : 0;
        }
    }

    /** Breaks SI-02: takes any text with lines. */
    static final class ClaimsForeignFiles extends LinesImporter {
        @Override
        public int probe(FileHead head) {
            return head.latin1().contains("\n") ? 10 : 0;
        }
    }

    /** Breaks SI-03: collects all entries before it tells them. */
    static final class CollectsEntries extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            super.read(in, context, new Relay(sink) {
                @Override
                Told statement(StatementWriter target) {
                    List<ImportedEntry> collected = new ArrayList<>();
                    return new Told(target) {
                        @Override
                        public void entry(ImportedEntry entry) {
                            collected.add(entry);
                        }

                        @Override
                        public void close() {
                            collected.forEach(super::entry);
                            super.close();
                        }
                    };
                }
            });
        }
    }

    /** Breaks SI-03: remembers every amount while it tells it. */
    static final class RemembersAmounts extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            List<BigDecimal> amounts = new ArrayList<>();
            super.read(in, context, new Relay(sink) {
                @Override
                Told statement(StatementWriter target) {
                    return new Told(target) {
                        @Override
                        public void entry(ImportedEntry entry) {
                            amounts.add(entry.amount());
                            super.entry(entry);
                        }

                        @Override
                        public void close() {
                            BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                            super.balance(Balance.of(Balance.Kind.AVAILABLE, sum));
                            super.close();
                        }
                    };
                }
            });
        }
    }

    /** Breaks SI-04: numbers the entries of all readings. */
    static final class NumbersAllReadings extends LinesImporter {
        private final AtomicInteger number = new AtomicInteger();

        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            super.read(in, context, changing(sink, entry -> ImportedEntry.of(
                            entry.amount(), "entry " + number.incrementAndGet())
                    .build()));
        }
    }

    /** Breaks SI-05: never closes a statement. */
    static final class LeavesStatementsOpen extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            super.read(in, context, new Relay(sink) {
                @Override
                Told statement(StatementWriter target) {
                    return new Told(target) {
                        @Override
                        public void close() {
                            // the fault
                        }
                    };
                }
            });
        }
    }

    /** Breaks SI-06: rounds to cents. */
    static final class RoundsAmounts extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            super.read(in, context, changing(sink, entry -> ImportedEntry.of(
                            entry.amount().setScale(2, RoundingMode.HALF_EVEN), entry.position())
                    .build()));
        }
    }

    /** Breaks SI-06: tells what went out as positive. */
    static final class TurnsTheSign extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            super.read(in, context, changing(sink, entry -> ImportedEntry.of(
                            entry.amount().negate(), entry.position())
                    .build()));
        }
    }

    /** Breaks SI-07: leaves out what it cannot read and says nothing. */
    static final class HidesBrokenFields extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            super.read(in, context, new Relay(sink) {
                @Override
                Told statement(StatementWriter target) {
                    return new Told(target) {
                        @Override
                        public void problem(Problem problem) {
                            // the fault
                        }
                    };
                }
            });
        }
    }

    /** Breaks SI-07: stops at the first field that it cannot read. */
    static final class StopsAtABrokenField extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            super.read(in, context, new Relay(sink) {
                @Override
                Told statement(StatementWriter target) {
                    return new Told(target) {
                        @Override
                        public void problem(Problem problem) {
                            throw new TickmarkException(problem);
                        }
                    };
                }
            });
        }
    }

    /** Breaks SI-07: does not say where. */
    static final class HidesThePlace extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            super.read(in, context, new Relay(sink) {
                @Override
                Told statement(StatementWriter target) {
                    return new Told(target) {
                        @Override
                        public void problem(Problem problem) {
                            super.problem(Problem.error(problem.code(), problem.what())
                                    .found("?")
                                    .expected("an amount")
                                    .build());
                        }
                    };
                }
            });
        }
    }

    /** Breaks SI-08: throws what comes. */
    static final class ThrowsWhatComes extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            try {
                super.read(in, context, sink);
            } catch (TickmarkException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Breaks SI-08: refuses without an error class. */
    static final class RefusesWithoutACode extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            try {
                super.read(in, context, sink);
            } catch (TickmarkException e) {
                throw Problem.error("bad", Message.verbatim("bad")).exception(e);
            }
        }
    }

    /** Breaks SI-09: takes the end of the file for the end of the statement. */
    static final class NeedsNoTrailer extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            InputStream trailer = SampleFile.of("trailer", "\nEND 0.00;\n").open();
            super.read(new SequenceInputStream(in, trailer), context, sink);
        }
    }

    /** Breaks SI-10: closes the stream that it was handed. */
    static final class ClosesTheStream extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            try (in) {
                super.read(in, context, sink);
            }
        }
    }

    /** Breaks SI-10: keeps the sink. */
    static final class KeepsTheSink extends LinesImporter {
        private final List<StatementSink> sinks = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            sinks.add(sink);
            super.read(in, context, sink);
        }
    }

    /** Breaks SI-10: serves the thread that came first. */
    static final class ServesOneThread extends LinesImporter {
        private final AtomicReference<Thread> owner = new AtomicReference<>();

        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            if (!owner.compareAndSet(null, Thread.currentThread()) && owner.get() != Thread.currentThread()) {
                throw new IllegalStateException("belongs to " + owner.get());
            }
            super.read(in, context, sink);
        }
    }

    /** Breaks SI-11: never asks whether to stop. */
    static final class NeverAsksToStop extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            super.read(
                    in,
                    new ReadContext(
                            context.fileName(), context.kind(), context.options(), context.limits(), CancelToken.NEVER),
                    sink);
        }
    }

    /** Breaks SI-11: asks too seldom. */
    static final class AsksSeldom extends LinesImporter {
        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            AtomicInteger asked = new AtomicInteger();
            CancelToken seldom = () ->
                    asked.incrementAndGet() % 1500 == 0 && context.cancel().isCancelled();
            super.read(
                    in,
                    new ReadContext(context.fileName(), context.kind(), context.options(), context.limits(), seldom),
                    sink);
        }
    }

    private interface Change {
        ImportedEntry of(ImportedEntry entry);
    }

    private static StatementSink changing(StatementSink sink, Change change) {
        return new Relay(sink) {
            @Override
            Told statement(StatementWriter target) {
                return new Told(target) {
                    @Override
                    public void entry(ImportedEntry entry) {
                        super.entry(change.of(entry));
                    }
                };
            }
        };
    }

    /** Hands on to a sink what it is told, by statements that may change it. */
    private abstract static class Relay implements StatementSink {
        private final StatementSink target;

        Relay(StatementSink target) {
            this.target = target;
        }

        abstract Told statement(StatementWriter writer);

        @Override
        public void encoding(String name) {
            target.encoding(name);
        }

        @Override
        public StatementWriter open(StatementHeader header) {
            return statement(target.open(header));
        }

        @Override
        public void problem(Problem problem) {
            target.problem(problem);
        }
    }

    /** Hands on to a statement what it is told. */
    private static class Told implements StatementWriter {
        private final StatementWriter target;

        Told(StatementWriter target) {
            this.target = target;
        }

        @Override
        public void balance(Balance balance) {
            target.balance(balance);
        }

        @Override
        public void control(ControlTotals totals) {
            target.control(totals);
        }

        @Override
        public void entry(ImportedEntry entry) {
            target.entry(entry);
        }

        @Override
        public void problem(Problem problem) {
            target.problem(problem);
        }

        @Override
        public void close() {
            target.close();
        }
    }
}
