package org.tickmark.launcher;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.launcher.boot.DataLock;
import org.tickmark.launcher.session.BrokenPipeException;
import org.tickmark.launcher.session.Connection;
import org.tickmark.launcher.session.InteractiveShell;
import org.tickmark.launcher.session.ServerGoneException;
import org.tickmark.launcher.session.Signals;
import org.tickmark.launcher.session.Signals.Signal;

/**
 * Has something done over the socket of a data directory: that of a running server or, when there is none, of a workbench
 * that is booted in this process for as long as it takes.
 */
final class Client {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Client.class);

    /** What a process ends with that wrote into a pipe which nobody reads: 128 and the number of SIGPIPE. */
    private static final int BROKEN_PIPE = 141;

    private final Call call;
    private final Signals signals;

    Client(Call call, Signals signals) {
        this.call = call;
        this.signals = signals;
    }

    /** Has a request carried out; the exit code. */
    int carryOut(ClientFrame request) {
        return reach(connection -> carryOut(connection, request));
    }

    /** Offers a shell until the user leaves it; the exit code. */
    int shell() {
        return reach(this::shell);
    }

    /** The same with a connection that is there already. */
    int shell(Connection connection) throws IOException {
        new InteractiveShell(connection, signals, call.display(), call.shellHistory()).run();
        return ExitCode.OK.code();
    }

    /** Stops the server and waits until it has let go of the data directory; the exit code. */
    int stopServer() {
        return withServer(ExitCode.OK, connection -> {
            int exitCode = carryOut(connection, new ClientFrame.Run(List.of("sys", "stop")));
            if (exitCode == ExitCode.OK.code()) {
                new Access(call.places()).awaitRelease();
                call.tell(MESSAGES.message("stop.done", call.places().data()));
            }
            return exitCode;
        });
    }

    /** Has the server say how it is; the exit code, a failure if there is no server. */
    int serverStatus() {
        return withServer(
                ExitCode.FAILURE, connection -> carryOut(connection, new ClientFrame.Run(List.of("sys", "status"))));
    }

    private int withServer(ExitCode without, Work work) {
        return new Access(call.places())
                .connect(call.hello())
                .map(connection -> on(connection, work))
                .orElseGet(() -> {
                    call.tell(MESSAGES.message("server.none", call.places().data()));
                    return without.code();
                });
    }

    private int reach(Work work) {
        call.dataFolder().create();
        Access.Way way = new Access(call.places()).connectionOrLock(call.hello());
        return way.lock() == null ? on(way.connection(), work) : inThisProcess(way.lock(), work);
    }

    /**
     * Has a request carried out by a workbench that looks at a data directory which was put back from a backup; the exit code.
     *
     * @param lock on that directory, which is the one of the call
     */
    int carryOutRestored(DataLock lock, ClientFrame request) {
        try (Host host = Host.boot(lock, call, Host.Manner.RESTORE)) {
            return on(host.connect(call.hello()), connection -> carryOut(connection, request));
        }
    }

    private int inThisProcess(DataLock lock, Work work) {
        if (call.isDemoInItsOwnFolder()) {
            call.dataFolder().prepareForDemo();
        }
        try (Host host = Host.boot(lock, call, Host.Manner.COMMAND)) {
            return on(host.connect(call.hello()), work);
        }
    }

    private int on(Connection connection, Work work) {
        try (connection) {
            return work.on(connection);
        } catch (BrokenPipeException e) {
            return BROKEN_PIPE;
        } catch (ServerGoneException e) {
            throw new LaunchException(
                    ExitCode.FAILURE,
                    MESSAGES.message("server.gone", call.places().log()),
                    e);
        } catch (IOException e) {
            throw new LaunchException(ExitCode.FAILURE, Message.verbatim(e.getMessage()), e);
        }
    }

    private int carryOut(Connection connection, ClientFrame request) throws IOException {
        return signals.during(
                EnumSet.allOf(Signal.class), connection::pass, () -> connection.carryOut(request, call.display()));
    }

    /** What is done over a connection; it gives the exit code. */
    @FunctionalInterface
    private interface Work {
        int on(Connection connection) throws IOException;
    }
}
