package org.tickmark.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Bell;
import org.tickmark.kit.jdbc.Sql;

/**
 * {@code LISTEN} and {@code NOTIFY} of PostgreSQL on one channel. One thread hears, on a connection of its own; another one rings, by way
 * of the pool, and then lets a moment pass, in which further rings become one.
 */
final class NotifyBell implements Bell, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyBell.class);
    private static final String CHANNEL = "tickmark";
    private static final long BETWEEN_RINGS_MILLIS = 100;
    private static final long RETRY_MILLIS = 2000;
    /** So that a connection whose other end is gone is found out. */
    private static final int CHECK_MILLIS = 30_000;

    private final Store store;
    private final String self = UUID.randomUUID().toString();
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<String> toRing = new LinkedBlockingQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread ringer = new Thread(this::ringAll, "tickmark-bell-ring");
    private final Thread hearer = new Thread(this::hearAll, "tickmark-bell");
    private volatile Connection session;

    NotifyBell(Store store) {
        this.store = store;
    }

    /** Begins to ring and to hear. */
    void start() {
        ringer.start();
        hearer.start();
    }

    @Override
    public void ring(String topic) {
        if (waiting.add(topic)) {
            toRing.add(topic);
        }
    }

    @Override
    public Listening listen(String topic, Runnable heard) {
        List<Runnable> all = listeners.computeIfAbsent(topic, name -> new CopyOnWriteArrayList<>());
        all.add(heard);
        return () -> all.remove(heard);
    }

    // ---------------------------------------------------------------- ringing

    private void ringAll() {
        while (!isStopped(0)) {
            try {
                String topic = toRing.take();
                waiting.remove(topic);
                tell(topic);
            } catch (InterruptedException e) {
                LOG.debug("Rings no more", e);
                return;
            }
            if (toRing.isEmpty() && isStopped(BETWEEN_RINGS_MILLIS)) {
                return;
            }
        }
    }

    private void tell(String topic) {
        try {
            store.transactions().inTransaction(tx -> Sql.on(tx.connection(), "SELECT pg_notify(?, ?)")
                    .with(CHANNEL, self + " " + topic)
                    .list(row -> true));
        } catch (TickmarkException e) {
            LOG.debug("Other nodes cannot be told; they will see by themselves", e);
        }
    }

    // ---------------------------------------------------------------- hearing

    private void hearAll() {
        boolean failing = false;
        while (!isStopped(failing ? RETRY_MILLIS : 0)) {
            boolean begun = false;
            try (Connection own = store.ownConnection()) {
                session = own;
                begin(own);
                begun = true;
                hear(own, own.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (!failing && !isStopped(0)) {
                    LOG.warn("What other nodes tell is not heard for now: {}", StoreProblems.brief(e));
                }
                // A session that had begun is followed by another at once.
                failing = !begun;
            }
        }
    }

    private void begin(Connection own) throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        listeners.keySet().forEach(this::call);
    }

    private void hear(Connection own, PGConnection channel) throws SQLException {
        while (!isStopped(0)) {
            PGNotification[] heard = channel.getNotifications(CHECK_MILLIS);
            if (heard.length == 0 && !own.isValid(CHECK_MILLIS / 1000)) {
                throw new SQLException("no answer within " + CHECK_MILLIS + " ms", "08006");
            }
            for (PGNotification notification : heard) {
                String[] parts = notification.getParameter().split(" ", 2);
                if (parts.length == 2 && !parts[0].equals(self)) {
                    call(parts[1]);
                }
            }
        }
    }

    private void call(String topic) {
        for (Runnable heard : listeners.getOrDefault(topic, List.of())) {
            try {
                heard.run();
            } catch (RuntimeException e) {
                LOG.error("A listener of {} failed", topic, e);
            }
        }
    }

    // ---------------------------------------------------------------- the end

    private boolean isStopped(long patienceMillis) {
        try {
            return stop.await(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Ends the session, so that the thread that waits in it for others goes on. */
    @Override
    public void close() {
        stop.countDown();
        ringer.interrupt();
        Connection own = session;
        if (own != null) {
            try {
                own.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The session of the bell was not ended in order", e);
            }
        }
    }
}
