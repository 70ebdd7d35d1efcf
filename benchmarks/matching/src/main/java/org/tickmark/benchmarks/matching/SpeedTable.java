package org.tickmark.benchmarks.matching;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.files.Form;
import org.tickmark.benchmarks.matching.workload.Row;
import org.tickmark.benchmarks.matching.workload.Workload;
import org.tickmark.reconciliation.engine.Borne;
import org.tickmark.reconciliation.engine.Chains;
import org.tickmark.reconciliation.engine.Engine;
import org.tickmark.reconciliation.engine.Entry;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;

/**
 * How fast the engine's default rules match workloads. Heap is what is used when all is done and the garbage is gone, and the most that was used at
 * any time, garbage included; hold the latter down with {@code -Xmx}.
 */
final class SpeedTable {
    private static final int ROUNDS = 3;
    private static final double MEBI = 1 << 20;

    private final PrintStream out;

    SpeedTable(PrintStream out) {
        this.out = out;
    }

    void print(Options options) {
        List<Workload> workloads = Workloads.of(options);
        Form form = Workloads.form(options);
        options.refuseOthers();
        out.println(
                "| workload | bank rows | ledger rows | read s | CPU s | match s | CPU s | matches | heap kept MiB | heap peak MiB |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (Workload workload : workloads) {
            for (int round = 0; round < ROUNDS; round++) {
                measure(workload, form);
            }
        }
    }

    private void measure(Workload workload, Form form) {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Reader reader = new Reader(workload, form);
        Stopwatch match = new Stopwatch();
        match.start();
        Outcome outcome =
                Engine.run(reader.rows, RuleList.of(List.of()), Borne.NOTHING, Chains.NONE, CancelToken.NEVER);
        match.stop();
        double peak = pools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MEBI;
        System.gc();
        double kept = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBI;
        int bank = outcome.rows().bankRows();
        out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.2f | %.2f | %.2f | %.2f | %d | %.0f | %.0f |%n",
                QualityTable.label(workload),
                bank,
                outcome.rows().size() - bank,
                reader.time.seconds(),
                reader.time.cpuSeconds(),
                match.seconds(),
                match.cpuSeconds(),
                outcome.matches().size(),
                kept,
                peak);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Adds up time that passes, and the processor's time of the whole program, which other work on the machine does not stretch. */
    private static final class Stopwatch {
        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        private long nanos;
        private long cpuNanos;

        void start() {
            nanos -= System.nanoTime();
            cpuNanos -= SYSTEM.getProcessCpuTime();
        }

        void stop() {
            nanos += System.nanoTime();
            cpuNanos += SYSTEM.getProcessCpuTime();
        }

        double seconds() {
            return nanos / 1e9;
        }

        double cpuSeconds() {
            return cpuNanos / 1e9;
        }
    }

    /** Reads rows into a snapshot, and times that alone, without the making of the rows. */
    private static final class Reader {
        private static final int BATCH = 10_000;

        private final Snapshot.Builder builder = Snapshot.builder(Row.CURRENCY);
        private final List<Entry> batch = new ArrayList<>(BATCH);
        private final Form form;
        private long count;
        final Stopwatch time = new Stopwatch();
        final Snapshot rows;

        Reader(Workload workload, Form form) {
            this.form = form;
            workload.forEach(group -> {
                group.bank().forEach(row -> add(Side.BANK, row));
                group.ledger().forEach(row -> add(Side.LEDGER, row));
            });
            time.start();
            batch.forEach(builder::add);
            rows = builder.build();
            time.stop();
        }

        private void add(Side side, Row row) {
            batch.add(EngineMatcher.entry(side, count++, form.visibleRow(row)));
            if (batch.size() == BATCH) {
                time.start();
                batch.forEach(builder::add);
                time.stop();
                batch.clear();
            }
        }
    }
}
