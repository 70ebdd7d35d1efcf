package org.tickmark.benchmarks.scheduling;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.benchmarks.kit.Figures;

/** A drain by processes of their own that share the database. */
final class Together {
    private final Trial trial;
    private final List<NodeProcess> nodes = new ArrayList<>();

    private Together(Trial trial) {
        this.trial = trial;
    }

    /** Drains half to warm up, then all, and measures that. */
    static Figures measure(Trial trial) throws Exception {
        Together together = new Together(trial);
        try {
            for (int i = 0; i < trial.extent().nodes(); i++) {
                together.nodes.add(NodeProcess.start(trial));
            }
            int size = trial.extent().size();
            Figures first = together.drain(Drain.warmUp(size), "warm-up");
            return first.refusal().isEmpty() ? together.drain(size, "all") : first;
        } finally {
            together.nodes.forEach(NodeProcess::close);
        }
    }

    private Figures drain(int size, String name) throws Exception {
        Path file = trial.folder().resolve(name);
        Tally tally = Tally.create(file, size);
        Usage usage;
        Optional<String> wrong;
        try (Engine engine = trial.open(tally)) {
            engine.store(size, Instant.now());
            trial.database().settle();
            for (NodeProcess node : nodes) {
                node.open(file);
            }
            List<Long> processes = nodes.stream().map(NodeProcess::processId).toList();
            usage = new Usage(trial.database(), Cpu.of(trial.server(), processes));
            for (NodeProcess node : nodes) {
                node.beginSoon();
            }
            boolean ended = tally.await(size, Drain.LONGEST)
                    && Tally.await(() -> Drain.isDone(engine::unfinished), Drain.LONGEST, Drain.LOOK_NANOS);
            usage.stop();
            for (NodeProcess node : nodes) {
                node.answer();
                node.end();
            }
            wrong = ended ? Drain.departure(tally, engine, size) : Optional.of(Drain.late(tally, size));
        }
        return wrong.isPresent() ? Figures.refused(wrong.get()) : Figures.of(usage.of(size));
    }
}
