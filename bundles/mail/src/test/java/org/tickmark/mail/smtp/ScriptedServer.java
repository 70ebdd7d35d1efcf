package org.tickmark.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that does with each connection what a test wants; the last script holds for all further ones. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket server;
    private final Deque<Script> scripts = new ArrayDeque<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();
    private Script last = Script.good();

    private ScriptedServer() throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts a server on a free port of this machine. */
    public static ScriptedServer start() throws IOException {
        return new ScriptedServer();
    }

    /** Its port. */
    public int port() {
        return server.getLocalPort();
    }

    /** What it does with the next connection. */
    public synchronized ScriptedServer then(Script script) {
        scripts.add(script);
        return this;
    }

    /** The mails it has taken, whether or not it could say so, oldest first. */
    public List<String> mails() {
        return Collections.unmodifiableList(mails);
    }

    /** What clients said, in order. */
    public List<String> commands() {
        return Collections.unmodifiableList(commands);
    }

    private synchronized Script next() {
        Script next = scripts.poll();
        last = next == null ? last : next;
        return last;
    }

    private void serve() {
        while (!server.isClosed()) {
            serveOne();
        }
    }

    private void serveOne() {
        try (Socket socket = server.accept()) {
            new Connection(socket, next()).talk();
        } catch (IOException e) {
            ends.incrementAndGet();
        }
    }

    /** How many connections ended because the client had gone, or the server was closed. */
    public int ends() {
        return ends.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /**
     * What to do with a connection.
     *
     * @param replies what to answer to the commands that begin so, in place of what is usual; an empty answer ends the connection, and {@code ...}
     *     leaves the client waiting
     * @param extensions what to offer
     * @param dataLines after how many lines of a mail to end the connection; empty for never
     */
    public record Script(Map<String, String> replies, List<String> extensions, Optional<Integer> dataLines) {
        /** Takes every mail. */
        public static Script good() {
            return new Script(Map.of(), List.of(), Optional.empty());
        }

        /** The same, answering one command so; {@code connect} is the greeting and {@code .} the end of a mail. */
        public Script on(String command, String reply) {
            Map<String, String> more = new TreeMap<>(replies);
            more.put(command, reply);
            return new Script(more, extensions, dataLines);
        }

        /** The same, offering these. */
        public Script offering(String... offers) {
            return new Script(replies, List.of(offers), dataLines);
        }

        /** The same, ending the connection in the middle of a mail. */
        public Script dyingAfterLines(int lines) {
            return new Script(replies, extensions, Optional.of(lines));
        }

        private String reply(String command) {
            return replies.entrySet().stream()
                    .filter(reply -> command.startsWith(reply.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> usual(command));
        }

        private String usual(String command) {
            if (command.startsWith("EHLO")) {
                StringBuilder all = new StringBuilder("250-localhost\r\n");
                extensions.forEach(offer -> all.append("250-").append(offer).append("\r\n"));
                return all + "250 HELP";
            }
            if (command.startsWith("AUTH")) {
                return "235 welcome";
            }
            return switch (command) {
                case "connect" -> "220 localhost ready";
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 ok";
            };
        }
    }

    private final class Connection {
        private final Script script;
        private final BufferedReader in;
        private final OutputStream out;

        Connection(Socket socket, Script script) throws IOException {
            this.script = script;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            this.out = socket.getOutputStream();
        }

        void talk() throws IOException {
            if (!answer("connect")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                boolean goOn = answer(line);
                if (goOn && line.equals("DATA") && script.reply(line).startsWith("354")) {
                    goOn = mail();
                }
                if (!goOn || line.equals("QUIT")) {
                    return;
                }
            }
        }

        private boolean mail() throws IOException {
            StringBuilder mail = new StringBuilder();
            int lines = 0;
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                mail.append(line).append('\n');
                lines++;
                if (script.dataLines().isPresent()
                        && lines == script.dataLines().get()) {
                    return false;
                }
            }
            if (script.reply(".").startsWith("250") || script.reply(".").isEmpty()) {
                mails.add(mail.toString());
            }
            return answer(".");
        }

        private boolean answer(String command) throws IOException {
            String reply = script.reply(command);
            if (reply.equals("...")) {
                return in.readLine() != null;
            }
            if (!reply.isEmpty()) {
                out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
            return !reply.isEmpty();
        }
    }
}
