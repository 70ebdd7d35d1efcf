package org.tickmark.benchmarks.scheduling;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a node does at the word of the process that measures, until its input ends. */
final class NodeLoop {
    /** First word of the command line of a node. */
    static final String NODE = "--node";

    static final String ANSWER = "answer\t";
    private static final Duration FAR = Duration.ofDays(1);

    private final Trial trial;
    private final PrintStream out;
    private Tally tally = Tally.of(0);
    private FullEngine engine;

    /** What is asked of a node. */
    enum Order {
        OPEN,
        BEGIN,
        LEFT,
        END,
        ACKNOWLEDGE
    }

    NodeLoop(Trial trial, PrintStream out) {
        this.trial = trial;
        this.out = out;
    }

    void run(InputStream orders) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] order = line.split("\t", 2);
            out.println(ANSWER + carryOut(Order.valueOf(order[0]), order[1]));
        }
    }

    private String carryOut(Order order, String value) throws Exception {
        switch (order) {
            case OPEN -> {
                tally = Tally.open(Path.of(value));
                engine = trial.full(tally);
            }
            case BEGIN -> engine.start();
            case END -> engine.close();
            case ACKNOWLEDGE -> acknowledge();
            case LEFT -> {
                return Long.toString(engine.unfinished());
            }
        }
        return "";
    }

    private void acknowledge() throws Exception {
        Instant far = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(FAR);
        for (int number = 0; number < trial.extent().size(); number++) {
            engine.schedule(number, far);
            tally.run(number);
        }
    }
}
