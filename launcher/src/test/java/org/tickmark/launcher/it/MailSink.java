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

/** A mail server on this machine that takes every mail, and does what a test wants at a moment of one. */
public final class MailSink implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger broken = new AtomicInteger();
    private volatile Moment moment = Moment.CONNECTED;
    private volatile Runnable action = () -> {};
    private final AtomicInteger mailsBefore = new AtomicInteger(-1);

    /** The moments of taking a mail. */
    enum Moment {
        /** Somebody has called. */
        CONNECTED,
        /** The recipient is told, and not answered to. */
        ADDRESSED,
        /** A part of the mail is there. */
        IN_MAIL,
        /** The mail is taken, and the other side does not know. */
        TAKEN,
        /** The answer to that is sent. */
        ANSWERED
    }

    public MailSink() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The mails it has taken, oldest first. */
    public List<String> mails() {
        return List.copyOf(mails);
    }

    /** A header of each, as it came. */
    List<String> headers(String name) {
        return mails.stream()
                .map(mail -> mail.lines()
                        .filter(line -> line.startsWith(name + ": "))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** How many connections ended in the middle. */
    int broken() {
        return broken.get();
    }

    /** Does this once, at a moment of the mail after so many. */
    void then(int after, Moment at, Runnable what) {
        moment = at;
        action = what;
        mailsBefore.set(after);
    }

    private void reached(Moment now) {
        boolean last = now == Moment.ANSWERED;
        if (now == moment && mailsBefore.get() == 0) {
            mailsBefore.set(-1);
            action.run();
        } else if (last && mailsBefore.get() > 0) {
            mailsBefore.decrementAndGet();
        }
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
        reached(Moment.CONNECTED);
        say(out, "220 localhost ready");
        for (String line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                reached(Moment.ADDRESSED);
            }
            boolean mail = line.equals("DATA");
            if (mail) {
                say(out, "354 go on");
                mails.add(mail(in));
                reached(Moment.TAKEN);
            }
            say(out, "250 ok");
            if (mail) {
                reached(Moment.ANSWERED);
            }
        }
    }

    private String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("ended in the middle of a mail");
            }
            if (mail.isEmpty()) {
                reached(Moment.IN_MAIL);
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
