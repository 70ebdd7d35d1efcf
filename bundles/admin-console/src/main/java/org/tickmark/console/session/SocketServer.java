package org.tickmark.console.session;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.apache.felix.service.command.CommandProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.console.engine.CommandRunner;
import org.tickmark.kit.wire.FrameChannel;
import org.tickmark.kit.wire.SocketAddressFile;
import org.tickmark.kit.wire.SocketAddressFile.Listening;

/** Listens on the socket of a data directory and gives each client a {@link Session} of its own. */
public final class SocketServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(SocketServer.class);

    private final Listening listening;
    private final CommandRunner runner;
    private final CommandProcessor gogo;
    private final String product;
    private final Limits limits;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private int served;

    private SocketServer(
            Listening listening, CommandRunner runner, CommandProcessor gogo, String product, Limits limits) {
        this.listening = listening;
        this.runner = runner;
        this.gogo = gogo;
        this.product = product;
        this.limits = limits;
    }

    /**
     * Starts to listen; the caller's process holds the lock on the data directory.
     *
     * @param product name and version of the product, for people
     * @throws IOException if the socket cannot be bound
     */
    public static SocketServer listen(
            Path data, CommandRunner runner, CommandProcessor gogo, String product, Limits limits) throws IOException {
        Listening listening = SocketAddressFile.in(data).listen();
        SocketServer server = new SocketServer(listening, runner, gogo, product, limits);
        daemon("tickmark-socket", server::accept).start();
        return server;
    }

    /**
     * Stops listening, lets running work finish, stops what runs longer than the limit, and says what would not stop.
     */
    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            LOG.warn("Cannot remove the socket", e);
        }
        sessions.forEach(Session::drain);
        try {
            awaitSessions(limits.finishing());
            sessions.forEach(Session::terminate);
            awaitSessions(limits.stopping());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Session session : sessions) {
            session.atWorkOn().ifPresent(work -> LOG.error("'{}' would not stop and was abandoned", work));
            session.abandon();
        }
    }

    private void awaitSessions(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Session session : sessions) {
            session.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    private void accept() {
        try {
            while (true) {
                serve(listening.accept());
            }
        } catch (ClosedChannelException e) {
            LOG.debug("Stopped listening");
        } catch (IOException e) {
            LOG.error("The socket failed: no more clients are served until the console is started again", e);
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        int present = sessions.size();
        if (present >= 2 * limits.sessions()) {
            // Too many even to be turned away in words.
            channel.close();
            return;
        }
        Optional<Message> refusal = present < limits.sessions()
                ? Optional.empty()
                : Optional.of(MESSAGES.message("refused.full", limits.sessions()));
        String name = "tickmark-session-" + ++served;
        Session session = new Session(
                FrameChannel.server(channel),
                runner,
                gogo,
                product,
                refusal,
                Executors.newSingleThreadExecutor(task -> daemon(name + "-work", task)),
                sessions::remove);
        sessions.add(session);
        daemon(name, session).start();
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * How much and how long.
     *
     * @param sessions how many clients are served at a time
     * @param finishing how long running work may take to finish when the server closes
     * @param stopping how long it may take after that, once it has been told to stop
     */
    public record Limits(int sessions, Duration finishing, Duration stopping) {
        /** 32 clients, 10 seconds to finish, 5 to stop. */
        public static final Limits USUAL = new Limits(32, Duration.ofSeconds(10), Duration.ofSeconds(5));

        /** The same with another time to finish. */
        public Limits finishing(Duration patience) {
            return new Limits(sessions, patience, stopping);
        }
    }
}
