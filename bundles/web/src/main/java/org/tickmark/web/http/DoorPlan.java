package org.tickmark.web.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the server listens.
 *
 * @param host address or name of the network interface
 * @param port 0 for any that is free
 * @param keys the PKCS #12 file of certificate and key; empty for plain HTTP
 * @param secret the password of that file; empty for none
 * @param behindProxy whether a proxy stands in front, which alone can reach the port, speaks TLS and says in {@code X-Forwarded-For} who asks
 * @param patience how long a connection may be silent, and a request may take to come
 */
public record DoorPlan(
        String host, int port, Optional<Path> keys, String secret, boolean behindProxy, Duration patience) {
    public DoorPlan {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(patience, "patience");
    }

    /** Whether what goes over the wire is kept private. */
    public boolean secure() {
        return keys.isPresent() || behindProxy;
    }

    /** Whether only this machine can reach the port. */
    public boolean local() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The same without the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
