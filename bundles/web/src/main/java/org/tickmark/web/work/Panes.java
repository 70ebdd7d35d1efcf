package org.tickmark.web.work;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.page.Texts;
import org.tickmark.web.work.Views.Shown;

/**
 * Lets views write on threads of their own: one that throws or hangs costs its pane and not the page. A thread that hangs is left alone, since an interrupt
 * could reach the database; a view of which several hang is not asked until one comes back. Safe for use from many threads.
 */
final class Panes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Panes.class);
    private static final int MOST_THREADS = 48;
    private static final int MOST_HANGING = 4;
    private static final int REFERENCE = 8;

    private final Duration patience;
    private final Map<String, AtomicInteger> hanging = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Panes::thread);

    /**
     * Panes.
     *
     * @param patience how long a view may take
     */
    Panes(Duration patience) {
        this.patience = patience;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "web-view");
        thread.setDaemon(true);
        return thread;
    }

    /** What a view writes, or why it does not. */
    Html rendered(Shown shown, ViewCall call) {
        String id = shown.spec().id();
        AtomicInteger hangingOnes = hanging.computeIfAbsent(id, key -> new AtomicInteger());
        if (hangingOnes.get() >= MOST_HANGING) {
            return card(Texts.problem("web.view-hangs", id).build(), call);
        }
        AtomicBoolean settled = new AtomicBoolean();
        FutureTask<Html> work = new FutureTask<>(() -> written(shown, call)) {
            @Override
            protected void done() {
                if (!settled.compareAndSet(false, true)) {
                    hangingOnes.decrementAndGet();
                }
            }
        };
        try {
            threads.execute(work);
            return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("View {} has not answered within {}", id, patience);
            hangingOnes.incrementAndGet();
            if (!settled.compareAndSet(false, true)) {
                hangingOnes.decrementAndGet();
            }
            return card(Texts.problem("web.view-slow", id).build(), call);
        } catch (RejectedExecutionException e) {
            return card(Texts.problem("web.busy").build(), call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return card(Texts.problem("web.busy").build(), call);
        } catch (ExecutionException e) {
            return failed(id, e.getCause(), call);
        }
    }

    private static Html written(Shown shown, ViewCall call) {
        Html html = new Html();
        shown.view().render(call, html);
        html.written();
        return html;
    }

    private static Html failed(String id, Throwable cause, ViewCall call) {
        if (cause instanceof TickmarkException told) {
            return card(told.problem(), call);
        }
        String reference = UUID.randomUUID().toString().substring(0, REFERENCE);
        LOG.error("View {} failed, reference {}", id, reference, cause);
        return card(Texts.problem("web.view-failed", id, reference).build(), call);
    }

    private static Html card(Problem problem, ViewCall call) {
        Html html = new Html();
        Notices.card(html, problem, call.caller().locale());
        return html;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
