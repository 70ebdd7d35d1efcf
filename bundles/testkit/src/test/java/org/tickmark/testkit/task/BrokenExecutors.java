package org.tickmark.testkit.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickmark.api.CancelToken;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;

/** Executors each of which breaks one rule of the contract, and is otherwise the good one. */
final class BrokenExecutors {
    private BrokenExecutors() {}

    /** Breaks TE-01: another list every time. */
    static final class ChangesItsParameters extends LetterExecutor {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public List<TaskParameter> parameters() {
            List<TaskParameter> parameters = new ArrayList<>(super.parameters());
            if (asked.incrementAndGet() % 2 == 0) {
                parameters.remove(2);
            }
            return parameters;
        }
    }

    /** Breaks TE-01: one name for two things. */
    static final class NamesTwoThingsAlike extends LetterExecutor {
        @Override
        public List<TaskParameter> parameters() {
            List<TaskParameter> parameters = new ArrayList<>(super.parameters());
            parameters.add(parameters.get(1));
            return parameters;
        }
    }

    /** Breaks TE-01: a default that nobody could set. */
    static final class HasAnImpossibleDefault extends LetterExecutor {
        @Override
        public List<TaskParameter> parameters() {
            List<TaskParameter> parameters = new ArrayList<>(super.parameters());
            parameters.add(TaskParameter.optional(
                    "copies", TaskParameter.Type.INTEGER, "one or two", Message.verbatim("How many")));
            return parameters;
        }
    }

    /** Breaks TE-01: says nothing in some language. */
    static final class ExplainsNothing extends LetterExecutor {
        @Override
        public Message summary() {
            return Message.verbatim(" ");
        }
    }

    /** Breaks TE-02: remembers the runs it has seen. */
    static final class KeepsRuns extends LetterExecutor {
        private final List<TaskRun> seen = new ArrayList<>();

        @Override
        synchronized void post(TaskRun run, String to) {
            seen.add(run);
            super.post(run, to);
        }
    }

    /** Breaks TE-02: carries something over from run to run. */
    static final class CountsAllRuns extends LetterExecutor {
        private int letters;

        @Override
        TaskResult result(TaskRun run, String to) {
            letters++;
            return super.result(run, to).items(letters, 0);
        }
    }

    /** Breaks TE-03: never asks whether it should stop, until it is interrupted. */
    static final class NeverAsksToStop extends LetterExecutor {
        @Override
        public TaskResult run(TaskRun run) throws Exception {
            return super.run(new DeafRun(run));
        }
    }

    /** Breaks TE-03: asks, and returns what it has as if all were done. */
    static final class StopsAsIfDone extends LetterExecutor {
        @Override
        public TaskResult run(TaskRun run) throws Exception {
            return run.parameters().get("to").isEmpty() ? half(run) : super.run(run);
        }

        private TaskResult half(TaskRun run) throws InterruptedException {
            while (!run.cancel().isCancelled()) {
                passTime();
            }
            return result(run, "");
        }
    }

    /** Breaks TE-03: takes an interrupt for the end of the wait, and success. */
    static final class SwallowsInterrupts extends LetterExecutor {
        @Override
        void waitForAnAddress(TaskRun run, String to) {
            try {
                super.waitForAnAddress(run, to);
            } catch (InterruptedException e) {
                run.log().warn("Disturbed");
            }
        }
    }

    /** Breaks TE-04: each attempt is a letter of its own. */
    static final class PostsAgain extends LetterExecutor {
        private final AtomicInteger letters = new AtomicInteger();

        @Override
        Map<String, String> box() {
            return Map.of("letters", letters.toString());
        }

        @Override
        void post(TaskRun run, String to) {
            letters.incrementAndGet();
        }
    }

    /** Breaks TE-04: does not know that another attempt may come. */
    static final class RefusesASecondAttempt extends LetterExecutor {
        @Override
        void post(TaskRun run, String to) {
            if (run.attempt() > 1) {
                throw new IllegalStateException("Already posted");
            }
            super.post(run, to);
        }
    }

    /** Breaks TE-05: a failure looks like a success. */
    static final class ReportsFailureAsResult extends LetterExecutor {
        @Override
        public TaskResult run(TaskRun run) throws Exception {
            return run.parameters().get("to").equals("nowhere")
                    ? TaskResult.of(Message.verbatim("Failed: no such place"))
                    : super.run(run);
        }
    }

    /** Breaks TE-05: fails without a word. */
    static final class FailsWithoutAWord extends LetterExecutor {
        @Override
        Exception failure(TaskRun run) {
            return new IllegalStateException();
        }
    }

    /** Breaks TE-05: nothing at all instead of a result. */
    static final class ReturnsNothing extends LetterExecutor {
        @Override
        TaskResult result(TaskRun run, String to) {
            return null;
        }
    }

    /** Breaks TE-06: writes the secret to the log. */
    static final class LogsTheSecret extends LetterExecutor {
        @Override
        void post(TaskRun run, String to) {
            run.secret("stamp").ifPresent(stamp -> run.log().info("Sealed with " + new String(stamp)));
            super.post(run, to);
        }
    }

    /** Breaks TE-06: passes the secret on. */
    static final class PassesTheSecretOn extends LetterExecutor {
        @Override
        TaskResult result(TaskRun run, String to) {
            String stamp = new String(run.secret("stamp").orElseThrow());
            return super.result(run, to).passing(Map.of("stamp", stamp));
        }
    }

    /** Breaks TE-06: explains a failure with the secret. */
    static final class FailsWithTheSecret extends LetterExecutor {
        @Override
        Exception failure(TaskRun run) {
            String stamp = new String(run.secret("stamp").orElseThrow());
            return new IllegalStateException("Refused", new IllegalArgumentException(stamp));
        }
    }

    /** A run whose wish to stop is not heard. */
    private static final class DeafRun extends ForwardingRun {
        DeafRun(TaskRun run) {
            super(run);
        }

        @Override
        public CancelToken cancel() {
            return CancelToken.NEVER;
        }
    }
}
