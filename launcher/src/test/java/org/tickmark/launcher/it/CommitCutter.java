package org.tickmark.launcher.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between nodes and their PostgreSQL server, and cuts a connection when a commit is done and nobody has heard of it. */
final class CommitCutter implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicInteger cuts = new AtomicInteger();
    /** Lines that a node or the server broke off, or that never came about. */
    private final AtomicInteger brokenOff = new AtomicInteger();

    /** In front of the server at this port of this machine. */
    CommitCutter(int behind) throws IOException {
        this.behind = behind;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Lets the reply to the next commit be lost. */
    void arm() {
        armed.set(true);
    }

    void disarm() {
        armed.set(false);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket node = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                node.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Line line = new Line(node, server);
                threads.execute(() -> line.pump(node, server, line::ask));
                threads.execute(() -> line.pump(server, node, line::answer));
            } catch (IOException e) {
                brokenOff.incrementAndGet();
            }
        }
    }

    /** Looks at what passes; false: it is to be cut instead. */
    @FunctionalInterface
    private interface Look {
        boolean lets(byte[] bytes, int length);
    }

    /** One connection. */
    private final class Line {
        private final Socket node;
        private final Socket server;
        private final AtomicBoolean doomed = new AtomicBoolean();

        Line(Socket node, Socket server) {
            this.node = node;
            this.server = server;
        }

        private void pump(Socket from, Socket to, Look look) {
            byte[] bytes = new byte[1 << 16];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    if (!look.lets(bytes, length)) {
                        return;
                    }
                    to.getOutputStream().write(bytes, 0, length);
                }
            } catch (IOException e) {
                brokenOff.incrementAndGet();
            }
        }

        private boolean ask(byte[] bytes, int length) {
            if (armed.get()
                    && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT")
                    && armed.compareAndSet(true, false)) {
                doomed.set(true);
            }
            return true;
        }

        private boolean answer(byte[] bytes, int length) {
            if (doomed.get()) {
                cuts.incrementAndGet();
                return false;
            }
            return length >= 0;
        }

        @Override
        public String toString() {
            return node + " to " + server;
        }
    }

    @Override
    public String toString() {
        return cuts + " replies lost, " + brokenOff + " lines broken off by others";
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
