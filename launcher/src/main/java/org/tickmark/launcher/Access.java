package org.tickmark.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.WireException;
import org.tickmark.launcher.boot.DataLock;
import org.tickmark.launcher.boot.DataLock.Owner;
import org.tickmark.launcher.boot.DataLock.Purpose;
import org.tickmark.launcher.boot.Places;
import org.tickmark.launcher.session.Connection;
import org.tickmark.launcher.session.RefusedException;

/**
 * Gets at a data directory: through the socket of a process that holds it, or by taking its lock. What is tried again
 * and again here is a process that is just starting or just ending.
 */
final class Access {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Access.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Places places;

    Access(Places places) {
        this.places = places;
    }

    /** Either a connection or the lock; the other is null. */
    record Way(Connection connection, DataLock lock) {}

    /** A connection to the process that holds the directory or, when nobody does, the lock on it for one command. */
    Way connectionOrLock(ClientFrame.Hello hello) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Connection> connection = connect(hello);
            if (connection.isPresent()) {
                return new Way(connection.get(), null);
            }
            Optional<DataLock> lock = tryLock(Purpose.COMMAND);
            if (lock.isPresent()) {
                return new Way(null, lock.get());
            }
            waitUntil(deadline);
        }
    }

    /** The lock on the directory; a server that holds it is a reason to give up at once, a command one to wait. */
    DataLock lock(Purpose purpose) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<DataLock> lock = tryLock(purpose);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (DataLock.owner(places.data())
                    .filter(owner -> owner.purpose() == Purpose.SERVER)
                    .isPresent()) {
                throw taken();
            }
            waitUntil(deadline);
        }
    }

    /** A connection to the process that holds the directory, if there is one that is ready. */
    Optional<Connection> connect(ClientFrame.Hello hello) {
        try {
            return Connection.open(places.data(), hello);
        } catch (RefusedException | WireException e) {
            throw new LaunchException(ExitCode.FAILURE, Message.verbatim(e.getMessage()), e);
        } catch (IOException e) {
            throw new LaunchException(
                    ExitCode.FAILURE, MESSAGES.message("socket.unusable", places.data(), e.toString()), e);
        }
    }

    /** Waits until nobody holds the directory. */
    void awaitRelease() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<DataLock> lock = tryLock(Purpose.COMMAND);
            if (lock.isPresent()) {
                release(lock.get());
                return;
            }
            waitUntil(deadline);
        }
    }

    private Optional<DataLock> tryLock(Purpose purpose) {
        try {
            return DataLock.tryTake(places.data(), purpose);
        } catch (IOException e) {
            throw new LaunchException(
                    ExitCode.CONFIGURATION, MESSAGES.message("data.unusable", places.data(), e.toString()), e);
        }
    }

    private static void release(DataLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LaunchException(ExitCode.FAILURE, MESSAGES.message("stop.failed", e.toString()), e);
        }
    }

    private void waitUntil(long deadline) {
        if (System.nanoTime() - deadline >= 0) {
            throw taken();
        }
        LockSupport.parkNanos(POLL.toNanos());
    }

    private LaunchException taken() {
        Optional<Owner> owner = DataLock.owner(places.data());
        Message who = owner.map(Access::who).orElseGet(() -> MESSAGES.message("data.taken-by-unknown"));
        return new LaunchException(ExitCode.LOCKED, MESSAGES.message("data.taken", places.data(), who));
    }

    private static Message who(Owner owner) {
        return MESSAGES.message(
                owner.purpose() == Purpose.SERVER ? "data.taken-by-server" : "data.taken-by-command",
                String.valueOf(owner.pid()));
    }
}
