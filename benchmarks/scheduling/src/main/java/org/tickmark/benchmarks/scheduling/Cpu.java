package org.tickmark.benchmarks.scheduling;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The processor time that this process and a server beside it have taken. */
final class Cpu {
    /** Linux tells of processor time in hundredths of a second. */
    private static final long TICK_NANOS = 10_000_000;

    private static final int PARENT = 1;
    private static final int OWN_TIMES = 11;
    private static final int TIMES_OF_ENDED_CHILDREN = 13;

    private final long server;

    /** Times of this process and of the server whose first process this is; 0: none. */
    Cpu(long server) {
        this.server = server;
    }

    /** The time taken so far. */
    Duration taken() throws IOException {
        var own = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(own.getProcessCpuTime()).plus(server == 0 ? Duration.ZERO : ofServer());
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
            String line = Files.readString(process.resolve("stat"));
            fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException e) {
            // It has ended: its parent has its times now.
            return 0;
        }
        if (process.endsWith(Long.toString(server))) {
            return sum(fields, OWN_TIMES) + sum(fields, TIMES_OF_ENDED_CHILDREN);
        }
        return Long.parseLong(fields[PARENT]) == server ? sum(fields, OWN_TIMES) : 0;
    }

    private static long sum(String[] fields, int first) {
        return Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]);
    }
}
