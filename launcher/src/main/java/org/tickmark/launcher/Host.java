package org.tickmark.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.launcher.boot.DataLock;
import org.tickmark.launcher.boot.Places;
import org.tickmark.launcher.boot.Readiness;
import org.tickmark.launcher.boot.Workbench;
import org.tickmark.launcher.session.Connection;

/** A workbench in this process: the lock on its data directory and all that runs behind its socket. */
final class Host implements AutoCloseable {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Host.class);

    /** Migrations of a large database run before everything stands. */
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);

    private final DataLock lock;
    private final Access access;
    private final Workbench workbench;

    private Host(DataLock lock, Access access, Workbench workbench) {
        this.lock = lock;
        this.access = access;
        this.workbench = workbench;
    }

    /**
     * Boots a workbench and waits until all of it stands.
     *
     * @param lock the lock on the data directory; released if this fails, and else by {@link #close}
     * @param logOnStandardError the least level of the log that goes to the standard error too
     */
    static Host boot(DataLock lock, Places places, String logOnStandardError) {
        Workbench workbench = null;
        boolean ready = false;
        try {
            LogFile log = LogFile.setUp(places, logOnStandardError);
            workbench = Workbench.boot(places);
            Readiness readiness = workbench.awaitReady(READY_PATIENCE);
            if (readiness.verdict() != Readiness.Verdict.READY) {
                throw notReady(readiness, log, places);
            }
            ready = true;
            return new Host(lock, new Access(places), workbench);
        } catch (IOException | BundleException e) {
            throw new LaunchException(ExitCode.FAILURE, MESSAGES.message("boot.failed", e.toString()), e);
        } finally {
            if (!ready) {
                closeAfterFailure(lock, workbench);
            }
        }
    }

    /** A connection to this workbench. */
    Connection connect(ClientFrame.Hello hello) {
        return access.connect(hello)
                .orElseThrow(() -> new LaunchException(ExitCode.FAILURE, MESSAGES.message("socket.missing")));
    }

    /** Asks everything to stop; {@link #awaitStop} returns when it has. */
    void requestStop() {
        workbench.requestStop();
    }

    /** Waits until everything has been stopped, by whomever. */
    void awaitStop() {
        workbench.awaitStop();
    }

    /** Stops everything in order and lets go of the data directory. */
    @Override
    public void close() {
        try (lock) {
            workbench.close();
        } catch (IOException | BundleException e) {
            throw new LaunchException(ExitCode.FAILURE, MESSAGES.message("stop.failed", e.toString()), e);
        }
    }

    private static LaunchException notReady(Readiness readiness, LogFile log, Places places) {
        List<Message> details = new ArrayList<>(readiness.missing());
        log.lastErrors().forEach(line -> details.add(Message.verbatim(line)));
        details.add(MESSAGES.message("log.at", places.log()));
        return readiness.verdict() == Readiness.Verdict.REFUSED
                ? new LaunchException(ExitCode.CONFIGURATION, MESSAGES.message("boot.refused"), details)
                : new LaunchException(ExitCode.FAILURE, MESSAGES.message("boot.incomplete"), details);
    }

    private static void closeAfterFailure(DataLock lock, Workbench workbench) {
        try (lock) {
            if (workbench != null) {
                workbench.close();
            }
        } catch (IOException | BundleException e) {
            // What failed first is being told already.
            return;
        }
    }
}
