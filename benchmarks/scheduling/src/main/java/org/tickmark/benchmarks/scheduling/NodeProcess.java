package org.tickmark.benchmarks.scheduling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.benchmarks.kit.Jvm;

/** Another process with an engine on the same database, as seen by the one that measures. For one thread. */
final class NodeProcess implements AutoCloseable {
    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private NodeProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static NodeProcess start(Trial trial) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(NodeLoop.NODE);
        words.addAll(trial.words());
        return new NodeProcess(Jvm.start(Main.class, words));
    }

    long processId() {
        return process.pid();
    }

    /** Opens its engine, whose runs are counted in this file. */
    void open(Path tally) throws IOException {
        ask(NodeLoop.Order.OPEN, tally.toString());
    }

    /** Its engine begins to work. */
    void begin() throws IOException {
        order(NodeLoop.Order.BEGIN, "");
        answer();
    }

    /** Its engine begins to work, soon. */
    void beginSoon() throws IOException {
        order(NodeLoop.Order.BEGIN, "");
    }

    long unfinished() throws IOException {
        return Long.parseLong(ask(NodeLoop.Order.LEFT, ""));
    }

    /** Its engine stops and is closed. */
    void end() throws IOException {
        ask(NodeLoop.Order.END, "");
    }

    /** Lets it store runs that are not due, one after the other, each counted in the tally when that was acknowledged; does not wait. */
    void acknowledge() throws IOException {
        order(NodeLoop.Order.ACKNOWLEDGE, "");
    }

    private String ask(NodeLoop.Order order, String value) throws IOException {
        order(order, value);
        return answer();
    }

    private void order(NodeLoop.Order order, String value) throws IOException {
        orders.write(order + "\t" + value + "\n");
        orders.flush();
    }

    /** Waits for the answer to an order. */
    String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(NodeLoop.ANSWER)) {
                return line.substring(NodeLoop.ANSWER.length());
            }
        }
        throw new IOException("A node ended without an answer; what it wrote to its error output says why");
    }

    /** Ends it at once, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
