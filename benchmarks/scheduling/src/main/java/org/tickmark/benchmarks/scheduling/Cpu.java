package org.tickmark.benchmarks.scheduling;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The processor time that the processes of an engine and a server beside them have taken. */
final class Cpu {
    /** Linux tells of processor time in hundredths of a second. */
    private static final long TICK_NANOS = 10_000_000;

    private static final int PARENT = 1;
    private static final int OWN_TIMES = 11;
    private static final int TIMES_OF_ENDED_CHILDREN = 13;

    private final long server;
    private final List<Long> others;

    private Cpu(long server, List<Long> others) {
        this.server = server;
        this.others = others;
    }

    /** Times of this process and of the server whose first process this is; 0: none. */
    static Cpu here(long server) {
        return new Cpu(server, List.of());
    }

    /** Times of these processes and of the server, without this process. */
    static Cpu of(long server, List<Long> processes) {
        return new Cpu(server, List.copyOf(processes));
    }

    /** The time taken so far. */
    Duration taken() throws IOException {
        return (others.isEmpty() ? own() : ofOthers()).plus(server == 0 ? Duration.ZERO : ofServer());
    }

    private static Duration own() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    private Duration ofOthers() throws IOException {
        long ticks = 0;
        for (long process : others) {
            ticks += sum(fields(Path.of("/proc", Long.toString(process))), OWN_TIMES);
        }
        return Duration.ofNanos(ticks * TICK_NANOS);
    }

    private Duration ofServer() throws IOException {
        long ticks = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : (Iterable<Path>)
                    processes.filter(path -> path.getFileName().toString().matches("\\d+"))::iterator) {
                ticks += ticks(process);
            }
        }
        return Duration.ofNanos(ticks * TICK_NANOS);
    }

    private long ticks(Path process) {
        String[] fields;
        try {
            fields = fields(process);
        } catch (IOException e) {
            // It has ended: its parent has its times now.
            return 0;
        }
        if (process.endsWith(Long.toString(server))) {
            return sum(fields, OWN_TIMES) + sum(fields, TIMES_OF_ENDED_CHILDREN);
        }
        return Long.parseLong(fields[PARENT]) == server ? sum(fields, OWN_TIMES) : 0;
    }

    private static String[] fields(Path process) throws IOException {
        String line = Files.readString(process.resolve("stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    }

    private static long sum(String[] fields, int first) {
        return Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]);
    }
}
