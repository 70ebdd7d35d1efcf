package org.tickmark.web.work;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tickmark.api.Caller;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.command.CommandAnswer;
import org.tickmark.api.host.command.CommandRequest;
import org.tickmark.api.host.command.Commands;
import org.tickmark.web.page.Texts;
import org.tickmark.web.sign.Session;

/** Carries out the commands that people give at browsers, a few at once; keeps the last of each session. Safe for use from many threads. */
final class Jobs implements AutoCloseable {
    private static final int MOST_KEPT = 20;
    private static final int MOST_OF_A_SESSION = 4;
    private static final int THREADS = 8;
    private static final int WAITING = 64;

    private final CommandSource source;
    private final Clock clock;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Session, Deque<Job>> bySession = new WeakHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), Jobs::thread);

    Jobs(CommandSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "web-command");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What is to be done.
     *
     * @param words of the command line
     * @param back the page that it was given on
     */
    record Order(CommandSpec spec, List<String> words, Optional<String> back) {}

    /**
     * Starts a command.
     *
     * @param secret what it may ask for; cleared once it has ended
     * @throws org.tickmark.api.TickmarkException if too many are under way
     */
    Job start(Session session, Caller caller, Order order, Optional<char[]> secret) {
        Commands commands = source.get();
        Job job = new Job(
                String.valueOf(lastId.incrementAndGet()), order.spec(), order.words(), order.back(), clock.instant());
        keep(session, job);
        CommandRequest request = new CommandRequest(caller, order.words(), secret, job, job::isStopping);
        try {
            threads.execute(() -> carryOut(job, commands, request));
        } catch (RejectedExecutionException e) {
            forget(session, job);
            throw Texts.problem("web.busy").exception(e);
        }
        return job;
    }

    private static void carryOut(Job job, Commands commands, CommandRequest request) {
        CommandAnswer answer = failed(job.spec());
        try {
            answer = commands.run(request);
        } finally {
            request.secret().ifPresent(secret -> Arrays.fill(secret, '\0'));
            job.end(answer);
        }
    }

    /** What is told if the bundle of the commands goes while one runs. */
    private static CommandAnswer failed(CommandSpec spec) {
        CommandResult result = CommandResult.of("")
                .problems(
                        List.of(Texts.problem("web.command-failed", spec.name()).build()))
                .exit(ExitCode.FAILURE);
        return new CommandAnswer(result, Optional.empty());
    }

    private synchronized void keep(Session session, Job job) {
        Deque<Job> jobs = bySession.computeIfAbsent(session, key -> new ArrayDeque<>());
        if (jobs.stream().filter(other -> other.answer().isEmpty()).count() >= MOST_OF_A_SESSION) {
            throw Texts.problem("web.busy").exception();
        }
        jobs.addFirst(job);
        while (jobs.size() > MOST_KEPT) {
            jobs.removeLast();
        }
    }

    /** Forgets a job of which nothing has come but a question. */
    synchronized void forget(Session session, Job job) {
        bySession.get(session).remove(job);
    }

    /** The jobs of a session, the newest first. */
    synchronized List<Job> of(Session session) {
        return List.copyOf(bySession.getOrDefault(session, new ArrayDeque<>()));
    }

    /** A job of a session. */
    Optional<Job> find(Session session, String id) {
        return of(session).stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** Takes no more; asks what is under way to stop between two steps. */
    @Override
    public synchronized void close() {
        bySession.values().forEach(jobs -> jobs.forEach(Job::stop));
        threads.shutdown();
    }
}
