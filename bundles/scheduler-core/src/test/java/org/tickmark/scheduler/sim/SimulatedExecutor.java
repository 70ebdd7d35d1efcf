package org.tickmark.scheduler.sim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.Cause;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;

/** Succeeds, fails, takes long, outlives its lock or splits itself, as the seed says. */
final class SimulatedExecutor implements TaskExecutor {
    private final Simulation simulation;
    private final SimulatedProcess process;

    SimulatedExecutor(Simulation simulation, SimulatedProcess process) {
        this.simulation = simulation;
        this.process = process;
    }

    @Override
    public Message summary() {
        return Message.verbatim("simulated");
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(TaskParameter.optional("part", TaskParameter.Type.TEXT, "", summary()));
    }

    @Override
    public TaskResult run(TaskRun run) {
        Random random = simulation.random();
        int dice = random.nextInt(100);
        if (dice < 12) {
            throw new IllegalStateException("failed by seed");
        }
        if (!simulation.faults().isCalm()) {
            linger(random, dice);
        }
        if (process.isDead()) {
            throw new Crash();
        }
        if (random.nextInt(4) > 0) {
            run.cancel().throwIfCancelled();
        }
        run.log().info("done");
        TaskResult done = TaskResult.of(summary()).passing(Map.of("from", Long.toString(run.id())));
        return dice >= 90 && run.cause() != Cause.PART ? done.splitInto(parts(1 + random.nextInt(3))) : done;
    }

    private void linger(Random random, int dice) {
        if (dice < 20) {
            simulation.meanwhile(Duration.ofSeconds(60 + random.nextInt(90)));
        } else if (dice < 50) {
            simulation.meanwhile(Duration.ofMillis(random.nextInt(20_000)));
        }
    }

    private static List<TaskResult.Part> parts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new TaskResult.Part("p" + number, Map.of("part", "p" + number)))
                .toList();
    }
}
