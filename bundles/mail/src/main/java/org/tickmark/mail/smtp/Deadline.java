package org.tickmark.mail.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection when its time is up: limits for single answers do not hold against a server that answers a letter at a time. Whoever waits
 * for the connection then gets an exception.
 */
final class Deadline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    private final Duration limit;
    private final Socket socket;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean over;

    private Deadline(Duration limit, Socket socket) {
        this.limit = limit;
        this.socket = socket;
    }

    /** Begins to wait. */
    static Deadline after(Duration limit, Socket socket) {
        Deadline deadline = new Deadline(limit, socket);
        Thread thread = new Thread(deadline::await, "tickmark-mail-deadline");
        thread.setDaemon(true);
        thread.start();
        return deadline;
    }

    private void await() {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                over = true;
                socket.close();
            }
        } catch (InterruptedException | IOException e) {
            LOG.debug("The connection was not closed in order", e);
        }
    }

    /** Whether the time was up. */
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        done.countDown();
    }
}
