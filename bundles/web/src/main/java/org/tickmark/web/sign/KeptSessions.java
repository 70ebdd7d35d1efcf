package org.tickmark.web.sign;

import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions over a restart: written to a file when the server stops in order, taken from it when it starts. While it runs there is no such file, so a server that
 * was killed comes back with nobody signed in. A line holds the hash of what the browser holds, never that itself.
 */
public final class KeptSessions {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);
    private static final int PARTS = 8;

    private final PrivateFile file;

    /**
     * No sessions yet.
     *
     * @param file where they will lie
     */
    public KeptSessions(Path file) {
        this.file = new PrivateFile(file);
    }

    /** Keeps the sessions that have not ended. */
    public void keep(Sessions sessions) {
        String text = sessions.byHash().entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        if (!text.isEmpty()) {
            file.write(text);
        }
    }

    private static String line(String hash, Session session) {
        return Stream.of(
                        hash,
                        session.id(),
                        session.user(),
                        String.valueOf(session.version()),
                        session.openedAt().toString(),
                        session.usedAt().toString(),
                        session.address(),
                        session.browser())
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" ", "", "\n"));
    }

    /** Gives back the sessions that were kept, once. */
    public void giveBack(Sessions sessions) {
        taken().lines().forEach(line -> session(line)
                .ifPresentOrElse(
                        kept -> sessions.resume(kept.hash(), kept.session()),
                        () -> LOG.warn("A line of {} is no session; whoever had it signs in again", file.path())));
    }

    private String taken() {
        try {
            return file.take();
        } catch (UncheckedIOException e) {
            LOG.warn("No session goes on: everybody signs in again", e);
            return "";
        }
    }

    private record Kept(String hash, Session session) {}

    private static Optional<Kept> session(String line) {
        try {
            List<String> parts = Stream.of(line.split(" ", -1))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList();
            if (parts.size() != PARTS) {
                return Optional.empty();
            }
            Session session = new Session(
                    parts.get(1),
                    parts.get(2),
                    Long.parseLong(parts.get(3)),
                    Instant.parse(parts.get(4)),
                    parts.get(6),
                    parts.get(7));
            session.use(Instant.parse(parts.get(5)));
            return Optional.of(new Kept(parts.get(0), session));
        } catch (RuntimeException e) {
            LOG.debug("Not a session", e);
            return Optional.empty();
        }
    }
}
