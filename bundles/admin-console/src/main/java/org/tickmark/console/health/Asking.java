package org.tickmark.console.health;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** A check that is being asked, on a thread of its own, for which the process does not wait when it ends. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Asking.class);

    private final String name;
    private final FutureTask<Health> answer;
    private final Thread thread;

    /** Begins to ask. */
    Asking(String name, HealthCheck check) {
        this.name = name;
        this.answer = new FutureTask<>(check::check);
        this.thread = new Thread(answer, "tickmark-health-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether there is no answer yet. */
    boolean isOpen() {
        return !answer.isDone();
    }

    /** The answer, if it comes in so many milliseconds; else its thread is interrupted, and that it hangs is the answer. */
    Health within(long millis) throws InterruptedException {
        try {
            return answer.get(Math.max(0, millis), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            LOG.warn("The health check {} does not answer", name);
            return failed("hung").and(problem("hung").build());
        } catch (ExecutionException e) {
            return failed("failed").and(problemOf(e.getCause()));
        }
    }

    private static Health failed(String why) {
        return Health.well(text(why + ".found"));
    }

    private Problem problemOf(Throwable cause) {
        if (cause instanceof TickmarkException known) {
            return known.problem();
        }
        LOG.error("The health check {} failed", name, cause);
        return problem("failed").found(cause.toString()).build();
    }

    private static Problem.Builder problem(String why) {
        return Problem.error("health." + why, text(why)).advice(text(why + ".advice"));
    }

    private static Message text(String id) {
        return MESSAGES.message(id);
    }
}
