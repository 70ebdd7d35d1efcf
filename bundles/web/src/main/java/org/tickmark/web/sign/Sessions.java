package org.tickmark.web.sign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tickmark.api.host.access.UserStatus;

/**
 * The sessions there are. They live in memory, by the hash of what the browser holds: nothing of them is in the database or in a backup. Safe for use from
 * many threads.
 */
public final class Sessions {
    /** How long a session lasts at most that nobody uses. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** How long a session lasts at most. */
    public static final Duration WHOLE = Duration.ofHours(12);

    private static final int MOST_OF_A_USER = 20;
    private static final int LONGEST_BROWSER = 200;
    private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 10;

    private final Clock clock;
    private final Map<String, Session> byHash = new ConcurrentHashMap<>();

    public Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * A session just opened.
     *
     * @param secret what the browser holds, which is kept nowhere else
     */
    public record Opened(Session session, String secret) {
        @Override
        public String toString() {
            return session.id();
        }
    }

    /** Opens a session; of many of one user the one used longest ago ends. */
    public Opened open(UserStatus user, String address, String browser) {
        String secret = Randoms.token();
        String name = user.user().name();
        Session session = new Session(
                Randoms.letters(ID_LETTERS, ID_LENGTH),
                name,
                user.version(),
                clock.instant(),
                address,
                browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER)));
        forgetEnded();
        List<Session> others = of(name);
        for (Session surplus : others.subList(Math.min(others.size(), MOST_OF_A_USER - 1), others.size())) {
            close(surplus);
        }
        session.shown(secret);
        byHash.put(Randoms.hash(secret), session);
        return new Opened(session, secret);
    }

    /** The session that a browser shows the secret of; empty if there is none or it has ended. */
    public Optional<Session> find(String secret) {
        Optional<Session> found =
                Optional.ofNullable(byHash.get(Randoms.hash(secret))).filter(session -> !isOver(session));
        found.ifPresent(session -> session.shown(secret));
        return found;
    }

    /** Goes on with a session that there was before. */
    void resume(String hash, Session session) {
        byHash.put(hash, session);
    }

    /** The sessions that have not ended, by the hash of what the browser holds. */
    Map<String, Session> byHash() {
        forgetEnded();
        return Map.copyOf(byHash);
    }

    /** Notes that somebody uses it, which keeps it from ending. */
    public void use(Session session) {
        session.use(clock.instant());
    }

    /** Ends a session. */
    public void close(Session session) {
        byHash.values().remove(session);
    }

    /** Ends the sessions of a user. */
    public void closeOf(String user) {
        byHash.values().removeIf(session -> session.user().equals(user));
    }

    /** The sessions of all users, the one used last first. */
    public List<Session> all() {
        return byHash.values().stream()
                .filter(session -> !isOver(session))
                .sorted(Comparator.comparing(Session::usedAt).reversed().thenComparing(Session::id))
                .toList();
    }

    /** The sessions of a user, the one used last first. */
    public List<Session> of(String user) {
        return all().stream().filter(session -> session.user().equals(user)).toList();
    }

    private boolean isOver(Session session) {
        Instant now = clock.instant();
        return now.isAfter(session.usedAt().plus(IDLE))
                || now.isAfter(session.openedAt().plus(WHOLE));
    }

    private void forgetEnded() {
        byHash.values().removeIf(this::isOver);
    }
}
