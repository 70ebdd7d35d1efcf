package org.tickmark.reconciliation.kind;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.api.rule.RuleRun;

/**
 * A plugin's kind that always comes to an end: it works on a thread of its own, and whoever waits for it waits no longer than is set. One that
 * does not even stop when it is told to is left alone, and is not called again before its thread has ended. Safe for use from many threads.
 */
final class GuardedKind implements RuleKind {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedKind.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(GuardedKind.class);

    private final String name;
    private final RuleKind kind;
    private final Patience patience;
    private final Set<Thread> atWork;
    private final Set<Thread> leftAlone;
    private final AtomicBoolean gone;

    GuardedKind(String name, RuleKind kind, Patience patience) {
        this(name, kind, patience, ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet(), new AtomicBoolean());
    }

    private GuardedKind(
            String name,
            RuleKind kind,
            Patience patience,
            Set<Thread> atWork,
            Set<Thread> leftAlone,
            AtomicBoolean gone) {
        this.name = name;
        this.kind = kind;
        this.patience = patience;
        this.atWork = atWork;
        this.leftAlone = leftAlone;
        this.gone = gone;
    }

    /** The same kind, waited for no longer than that. */
    GuardedKind with(Patience other) {
        return new GuardedKind(name, kind, other, atWork, leftAlone, gone);
    }

    /**
     * How long is waited.
     *
     * @param lookMillis after so long it is looked whether to go on waiting
     * @param looks so many times
     * @param stopMillis so long a kind may take to stop
     */
    record Patience(long lookMillis, int looks, long stopMillis) {
        /** One minute, and two seconds to stop. */
        static final Patience USUAL = new Patience(100, 600, 2_000);

        /** Three seconds, and one to stop: for someone who only looks. */
        static final Patience SHORT = new Patience(100, 30, 1_000);
    }

    @Override
    public Message summary() {
        return asked(kind::summary);
    }

    @Override
    public List<RuleParameter> parameters() {
        return asked(() -> List.copyOf(kind.parameters()));
    }

    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException | LinkageError e) {
            throw problem("kind.parameters", e.toString()).exception(e);
        }
    }

    @Override
    public void match(RuleRun run) throws Exception {
        leftAlone.removeIf(thread -> !thread.isAlive());
        if (!leftAlone.isEmpty()) {
            throw problem("kind.still-hangs", name).exception();
        }
        StoppableRun stoppable = new StoppableRun(run);
        FutureTask<Void> task = new FutureTask<>(() -> {
            kind.match(stoppable);
            return null;
        });
        Thread thread = new Thread(task, "tickmark-rule-" + name);
        thread.setDaemon(true);
        atWork.add(thread);
        try {
            thread.start();
            await(task, thread, stoppable);
        } finally {
            atWork.remove(thread);
        }
    }

    private void await(FutureTask<Void> task, Thread thread, StoppableRun run) throws Exception {
        try {
            for (int looks = 0;
                    looks < patience.looks() && !gone.get() && !run.cancel().isCancelled();
                    looks++) {
                if (isDone(task, patience.lookMillis())) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            stop(task, thread, run);
            throw e;
        }
        boolean cancelled = run.cancel().isCancelled();
        stop(task, thread, run);
        if (gone.get()) {
            throw Problem.warning("rec.rule-waits", MESSAGES.message("kind.gone", name))
                    .exception();
        }
        if (cancelled) {
            throw new CancellationException();
        }
        throw problem("kind.hangs", patience.looks() * patience.lookMillis() / 1_000 + " s")
                .exception();
    }

    /** Whether a task ended well within a time. */
    private static boolean isDone(FutureTask<Void> task, long millis) throws Exception {
        try {
            task.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            // An interrupt of the plugin's own making is a failure of it, and nobody's wish to stop.
            if (e.getCause() instanceof Exception failure && !(failure instanceof InterruptedException)) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause().toString(), e.getCause());
        }
    }

    /** Tells a kind to stop, by its token and by an interrupt. */
    private void stop(FutureTask<Void> task, Thread thread, StoppableRun run) {
        run.stop();
        thread.interrupt();
        try {
            task.get(patience.stopMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            leftAlone.add(thread);
            LOG.error("The kind of rule {} does not stop; its thread {} is left alone", name, thread.getName());
        } catch (ExecutionException e) {
            LOG.debug("The kind of rule {} was stopped", name, e);
        }
    }

    /** Its bundle goes: what is at work is told to stop, and waited for. */
    void leave() {
        gone.set(true);
        try {
            for (Thread thread : atWork) {
                thread.join(patience.lookMillis() + patience.stopMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Problem.Builder problem(String id, String found) {
        return Problem.error("rec.rule-failed", MESSAGES.message(id, name))
                .found(found)
                .advice(MESSAGES.message("kind.advice"));
    }
}
