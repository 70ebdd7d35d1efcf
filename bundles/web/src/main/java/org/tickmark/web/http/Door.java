package org.tickmark.web.http;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The server: HTTP/1.1, plain or with TLS 1.2 and newer, with limits on what comes. It knows of nothing behind it but a function from {@link Ask} to
 * {@link Answer}.
 */
public final class Door implements AutoCloseable {
    /** Many times what browsers send. */
    private static final int MOST_HEADER_BYTES = 16 * 1024;

    private static final int MOST_CONNECTIONS = 1_000;
    private static final int MOST_THREADS = 32;
    private static final int LEAST_THREADS = 4;

    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final Server server;
    private final ServerConnector connector;

    private Door(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Opens the port.
     *
     * @param behind answers requests, on several threads at once
     * @throws IOException if the port is taken or cannot be had, or the keys cannot be read
     */
    public static Door open(DoorPlan plan, Function<Ask, Answer> behind) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("web");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = connector(server, plan);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        server.setHandler(new Exchange(plan, behind));
        server.setErrorHandler(new BareErrors());
        server.setStopTimeout(STOPPING.toMillis());
        Door door = new Door(server, connector);
        try {
            connector.open();
            server.start();
            return door;
        } catch (IOException e) {
            door.close();
            throw e;
        } catch (Exception e) {
            door.close();
            throw new IOException(e.toString(), e);
        }
    }

    private static ServerConnector connector(Server server, DoorPlan plan) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(MOST_HEADER_BYTES);
        http.setIdleTimeout(plan.patience().toMillis());
        http.setHttpCompliance(HttpCompliance.RFC9110);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector = plan.keys()
                .map(keys -> {
                    // Which names are served is the host list's to say, and a certificate may be for an address.
                    http.addCustomizer(new SecureRequestCustomizer(false));
                    SslContextFactory.Server tls = new SslContextFactory.Server();
                    tls.setKeyStorePath(keys.toString());
                    tls.setKeyStoreType("PKCS12");
                    tls.setKeyStorePassword(plan.secret());
                    return new ServerConnector(server, new SslConnectionFactory(tls, plain.getProtocol()), plain);
                })
                .orElseGet(() -> new ServerConnector(server, plain));
        connector.setHost(plan.host());
        connector.setPort(plan.port());
        connector.setIdleTimeout(plan.patience().toMillis());
        connector.setReuseAddress(true);
        return connector;
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Takes no more requests, and lets those that are being answered end, for some seconds at most. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The web server does not stop", e);
        }
    }
}
