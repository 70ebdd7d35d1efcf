package org.tickmark.launcher.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on this machine that takes every mail. */
final class MailSink implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger broken = new AtomicInteger();

    MailSink() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** The mails it has taken, oldest first. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    /** The {@code Message-ID} of each. */
    List<String> ids() {
        return mails.stream()
                .map(mail -> mail.lines()
                        .filter(line -> line.startsWith("Message-ID:"))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** How many connections ended in the middle. */
    int broken() {
        return broken.get();
    }

    /** Lets the settings of what is started from now on name it. */
    Tickmark usedBy(Tickmark tickmark) {
        return tickmark.with("TICKMARK_MAIL_ENABLED", "true")
                .with("TICKMARK_MAIL_HOST", "localhost")
                .with("TICKMARK_MAIL_PORT", String.valueOf(port()))
                .with("TICKMARK_MAIL_SECURITY", "none")
                .with("TICKMARK_MAIL_FROM", "tickmark@example.org");
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk(socket);
            } catch (IOException e) {
                broken.incrementAndGet();
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream();
        say(out, "220 localhost ready");
        for (String line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
            if (line.equals("DATA")) {
                say(out, "354 go on");
                mails.add(mail(in));
            }
            say(out, "250 ok");
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("ended in the middle of a mail");
            }
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
