package org.tickmark.launcher;

import java.io.IOException;
import java.util.EnumSet;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.launcher.boot.DataLock;
import org.tickmark.launcher.boot.Places;
import org.tickmark.launcher.session.Connection;
import org.tickmark.launcher.session.Signals;
import org.tickmark.launcher.session.Signals.Signal;

/** Holds a data directory and serves it until told to stop. */
final class Server {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Server.class);

    private final Call call;
    private final Signals signals;

    Server(Call call, Signals signals) {
        this.call = call;
        this.signals = signals;
    }

    /**
     * Serves until everything has been stopped in order; the exit code.
     *
     * @param shell whether to offer a shell, which ends the server when the user leaves it
     */
    int run(boolean shell) {
        call.dataFolder().create();
        Places places = call.places();
        DataLock lock = new Access(places).lock(DataLock.Purpose.SERVER);
        try (Host host = Host.boot(lock, call, Host.Manner.SERVER)) {
            call.print(MESSAGES.message("server.ready", places.data(), places.config(), places.log()));
            if (shell) {
                startShell(host);
            }
            return signals.during(EnumSet.allOf(Signal.class), signal -> host.requestStop(), () -> untilStopped(host));
        }
    }

    private static int untilStopped(Host host) {
        host.awaitStop();
        return ExitCode.OK.code();
    }

    /** The shell waits for the terminal on a thread of its own, so that the server can be stopped meanwhile. */
    private void startShell(Host host) {
        Connection connection = host.connect(call.hello());
        Thread thread = new Thread(() -> runShell(connection, host), "shell");
        thread.setDaemon(true);
        thread.start();
    }

    private void runShell(Connection connection, Host host) {
        try (connection) {
            new Client(call, signals).shell(connection);
        } catch (IOException e) {
            // The server has gone: somebody else stops it.
            return;
        } finally {
            host.requestStop();
        }
    }
}
