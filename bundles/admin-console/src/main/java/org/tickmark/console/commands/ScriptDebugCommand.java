package org.tickmark.console.commands;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.script.DebugProgram;
import org.tickmark.api.host.script.DebugSession;
import org.tickmark.api.host.script.DebugTarget;
import org.tickmark.api.host.script.Debugger;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptProgram;

/**
 * {@code script debug}: lets an editor debug a script in a file, by the Debug Adapter Protocol. One client may come, to a port that only this machine reaches, and
 * must know the key: the protocol has no sign-in, and whoever debugs acts in the caller's name.
 */
final class ScriptDebugCommand {
    private static final String FILE = "FILE";
    private static final int KEY_BYTES = 8;
    private static final Duration LOOK = Duration.ofMillis(200);

    private final ScriptFiles files;
    private final Supplier<Map<String, RecordSource>> records;
    private final Debugger debugger;

    private ScriptDebugCommand(ScriptFiles files, Supplier<Map<String, RecordSource>> records, Debugger debugger) {
        this.files = files;
        this.records = records;
        this.debugger = debugger;
    }

    /**
     * The command.
     *
     * @param files reads the script
     * @param records what it may search, by name
     */
    static Command of(ScriptFiles files, Supplier<Map<String, RecordSource>> records, Debugger debugger) {
        ScriptDebugCommand command = new ScriptDebugCommand(files, records, debugger);
        return Command.named("script", "debug", Permission.SCRIPT_DEBUG)
                .argument(FILE, "script.file", ValueKind.PATH)
                .repeatable("parameter", "script.parameter", ValueKind.TEXT)
                .option("port", "script.port", ValueKind.INTEGER)
                .option("key", "script.key", ValueKind.TEXT)
                .example("script debug report.crm")
                .example("script debug report.crm --port 4711 -p unit=100")
                .does(command::debug);
    }

    private CommandResult debug(CommandCall call) {
        FileTarget target = new FileTarget(call, call.option("key").orElseGet(ScriptDebugCommand::newKey));
        target.program();
        try (Socket client = client(call, target.key)) {
            converse(call, target, client);
        } catch (IOException e) {
            throw Texts.problem("script.debug-port")
                    .found(String.valueOf(e.getMessage()))
                    .exception(e);
        }
        return CommandResult.done(Texts.text("script.debugged"));
    }

    private static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** Waits for the one client. */
    private static Socket client(CommandCall call, String key) throws IOException {
        int wanted = call.option("port").map(Integer::valueOf).orElse(0);
        try (ServerSocket door = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            String host = door.getInetAddress().getHostAddress();
            int port = door.getLocalPort();
            call.print(
                    Texts.text("script.debug-door", host, String.valueOf(port), key)
                            .text(call.caller().locale()),
                    Map.of("host", host, "port", port, "key", key));
            door.setSoTimeout((int) LOOK.toMillis());
            while (true) {
                try {
                    return door.accept();
                } catch (SocketTimeoutException e) {
                    call.cancel().throwIfCancelled();
                }
            }
        }
    }

    /** Talks on a thread of its own, so that the caller can break it off. */
    private void converse(CommandCall call, DebugTarget target, Socket client) throws IOException {
        CompletableFuture<Void> talk = new CompletableFuture<>();
        Thread talking = new Thread(() -> talk(call, target, client, talk), "tickmark-script-debug");
        talking.setDaemon(true);
        talking.start();
        while (true) {
            try {
                talk.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                call.cancel().throwIfCancelled();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void talk(CommandCall call, DebugTarget target, Socket client, CompletableFuture<Void> talk) {
        try {
            debugger.converse(call.caller(), target, client.getInputStream(), client.getOutputStream());
            talk.complete(null);
        } catch (IOException | RuntimeException e) {
            talk.completeExceptionally(e);
        }
    }

    /** The script in the file as it is when the client launches it. */
    private final class FileTarget implements DebugTarget {
        private final CommandCall call;
        private final String key;
        private final Path file;
        private final String given;

        FileTarget(CommandCall call, String key) {
            this.call = call;
            this.key = key;
            this.given = call.argument(FILE);
            this.file = call.path(given);
        }

        @Override
        public Optional<String> key() {
            return Optional.of(key);
        }

        @Override
        public DebugSession open(Map<String, String> parameters) {
            Map<String, String> all = FormatOptions.over(parameters, call, "parameter");
            return debugger.start(
                    call.caller(), new DebugProgram(given, program(), all, records.get(), ScriptLimits.USUAL));
        }

        private ScriptProgram program() {
            ScriptLanguage language = files.language(file);
            Compilation compilation = language.compile(files.source(given, file), files.besides(file));
            return compilation
                    .program()
                    .orElseThrow(() ->
                            new TickmarkException(compilation.problems().get(0).problem()));
        }

        @Override
        public Optional<Path> file(String source) {
            return source.equals(given) ? Optional.of(file) : files.beside(file, source);
        }
    }
}
