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
import org.tickmark.launcher.boot.Readiness;
import org.tickmark.launcher.boot.Readiness.Verdict;
import org.tickmark.launcher.boot.Workbench;
import org.tickmark.launcher.session.Connection;

/** A workbench in this process: the lock on its data directory and all that runs behind its socket. */
final class Host implements AutoCloseable {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Host.class);

    /** How long starting usually takes at most; after that, what is missing is told. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    /** A database server may come up later than this process, and migrations of a large database take their time. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How a host goes about it. */
    enum Manner {
        /** It ends when it is told to, and shows warnings of its log. */
        SERVER("WARN", Workbench.Purpose.SERVER, Duration.ofSeconds(10)),
        /** It ends with its command, but not before the commands that other processes have begun here meanwhile. */
        COMMAND("OFF", Workbench.Purpose.COMMAND, Duration.ofDays(1)),
        /** It ends with its command, which looks at a database that was put back from a backup. */
        RESTORE("OFF", Workbench.Purpose.RESTORE, Duration.ZERO);

        private final String logOnStandardError;
        private final Workbench.Purpose purpose;
        private final Duration finishing;

        Manner(String logOnStandardError, Workbench.Purpose purpose, Duration finishing) {
            this.logOnStandardError = logOnStandardError;
            this.purpose = purpose;
            this.finishing = finishing;
        }
    }

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
     */
    static Host boot(DataLock lock, Call call, Manner manner) {
        Workbench workbench = null;
        boolean ready = false;
        try {
            LogFile log = LogFile.setUp(call.places(), call.logOnStandardError(manner.logOnStandardError));
            workbench = Workbench.boot(call.places(), manner.purpose, manner.finishing);
            awaitReady(workbench, log, call);
            ready = true;
            return new Host(lock, new Access(call.places()), workbench);
        } catch (IOException | BundleException e) {
            throw new LaunchException(ExitCode.FAILURE, MESSAGES.message("boot.failed", e.toString()), e);
        } finally {
            if (!ready) {
                closeAfterFailure(lock, workbench);
            }
        }
    }

    private static void awaitReady(Workbench workbench, LogFile log, Call call) {
        Readiness readiness = workbench.awaitReady(USUAL);
        if (readiness.verdict() == Verdict.WAITING) {
            call.tell(MESSAGES.message("boot.waiting"));
            details(readiness, log).forEach(call::tell);
            readiness = workbench.awaitReady(PATIENCE);
        }
        switch (readiness.verdict()) {
            case READY -> {}
            case REFUSED ->
                throw new LaunchException(
                        ExitCode.CONFIGURATION, MESSAGES.message("boot.refused"), details(readiness, log));
            case BROKEN, WAITING ->
                throw new LaunchException(
                        ExitCode.FAILURE, MESSAGES.message("boot.incomplete"), details(readiness, log));
        }
    }

    private static List<Message> details(Readiness readiness, LogFile log) {
        List<Message> details = new ArrayList<>(readiness.missing());
        log.lastErrors().forEach(line -> details.add(Message.verbatim(line)));
        details.add(MESSAGES.message("log.at", log.path()));
        return details;
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
