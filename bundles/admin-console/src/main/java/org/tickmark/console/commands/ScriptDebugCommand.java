package org.tickmark.console.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.StandardStreams;
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
 * {@code script debug}: lets an editor debug a script in a file, by the Debug Adapter Protocol. The editor has started this command and talks with it over its
 * standard streams; or it comes to a port that only this machine reaches, and must know the key: the protocol has no sign-in, and whoever debugs acts in the
 * caller's name.
 */
final class ScriptDebugCommand {
    private static final String FILE = "FILE";
    private static final String STDIO = "stdio";
    private static final String PORT = "port";
    private static final String KEY = "key";
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
                .argument(FILE, "script.debugged-file", ValueKind.PATH, Cardinality.OPTIONAL)
                .repeatable("parameter", "script.parameter", ValueKind.TEXT)
                .flag(STDIO, "script.stdio")
                .option(PORT, "script.port", ValueKind.INTEGER)
                .option(KEY, "script.key", ValueKind.TEXT)
                .example("script debug report.crm")
                .example("script debug report.crm --port 4711 -p unit=100")
                .example("script debug --stdio")
                .does(command::debug);
    }

    private CommandResult debug(CommandCall call) {
        Optional<String> file = call.arguments(FILE).stream().findFirst();
        if (call.flag(STDIO)) {
            overStreams(call, file);
        } else {
            overPort(call, file.orElseThrow(() -> Texts.problem("usage.script-debug")
                    .where(FILE)
                    .exception()));
        }
        return CommandResult.done(Texts.text("script.debugged"));
    }

    /** The client shows what is wrong with a script as the answer to its launching it. */
    private void overStreams(CommandCall call, Optional<String> file) {
        for (String option : List.of(PORT, KEY)) {
            if (call.option(option).isPresent()) {
                throw Texts.problem("usage.script-stdio").where("--" + option).exception();
            }
        }
        StandardStreams streams = call.streams();
        converse(call, new FileTarget(call, file, Optional.empty()), streams.in(), streams.out());
    }

    private void overPort(CommandCall call, String file) {
        String key = call.option(KEY).orElseGet(ScriptDebugCommand::newKey);
        FileTarget target = new FileTarget(call, Optional.of(file), Optional.of(key));
        target.program(file);
        try (Socket client = client(call, key)) {
            converse(call, target, client.getInputStream(), client.getOutputStream());
        } catch (IOException e) {
            throw Texts.problem("script.debug-port")
                    .found(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** Waits for the one client. */
    private static Socket client(CommandCall call, String key) throws IOException {
        int wanted = call.option(PORT).map(Integer::valueOf).orElse(0);
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
    private void converse(CommandCall call, DebugTarget target, InputStream in, OutputStream out) {
        FutureTask<Void> talk = new FutureTask<>(() -> debugger.converse(call.caller(), target, in, out), null);
        Thread talking = new Thread(talk, "tickmark-script-debug");
        talking.setDaemon(true);
        talking.start();
        while (true) {
            try {
                talk.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                call.cancel().throwIfCancelled();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The script in the file as it is when the client launches it: that of the command line, or else the one that the client names. */
    private final class FileTarget implements DebugTarget {
        private final CommandCall call;
        private final Optional<String> key;
        private Optional<String> file;

        FileTarget(CommandCall call, Optional<String> file, Optional<String> key) {
            this.call = call;
            this.file = file;
            this.key = key;
        }

        @Override
        public Optional<String> key() {
            return key;
        }

        @Override
        public DebugSession open(Optional<String> program, Map<String, String> parameters) {
            file = file.or(() -> program);
            String given = file.orElseThrow(() -> Texts.problem("script.debug-program")
                    .expected("\"program\": \"/…/report.crm\"")
                    .exception());
            Map<String, String> all = FormatOptions.over(parameters, call, "parameter");
            return debugger.start(
                    call.caller(), new DebugProgram(given, program(given), all, records.get(), ScriptLimits.USUAL));
        }

        private ScriptProgram program(String given) {
            Path path = call.path(given);
            ScriptLanguage language = files.language(path);
            Compilation compilation = language.compile(files.source(given, path), files.besides(path));
            return compilation
                    .program()
                    .orElseThrow(() ->
                            new TickmarkException(compilation.problems().get(0).problem()));
        }

        @Override
        public Optional<Path> file(String source) {
            return file.flatMap(given ->
                    source.equals(given) ? Optional.of(call.path(given)) : files.beside(call.path(given), source));
        }
    }
}
