package org.tickmark.web.sign;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The code that whoever sets Tickmark up shows: it lies in a file of the data directory that only the owner may read, and proves that somebody is that
 * owner. It ends after a day, or with the tenth wrong one; then there is another. Safe for use from many threads.
 */
public final class SetUpCode {
    private static final Duration LASTS = Duration.ofDays(1);
    private static final int TRIES = 10;

    /** Without letters that are taken for one another. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final PrivateFile file;
    private final Clock clock;
    private Optional<String> code = Optional.empty();
    private Instant endsAt = Instant.MIN;
    private int wrong;

    /**
     * No code yet.
     *
     * @param file where it will lie
     */
    public SetUpCode(Path file, Clock clock) {
        this.file = new PrivateFile(file);
        this.clock = clock;
    }

    /** Where the code lies. */
    public Path file() {
        return file.path();
    }

    /** Sees to it that there is a code that still holds. */
    public synchronized void provide() {
        if (code.isEmpty() || clock.instant().isAfter(endsAt)) {
            renew();
        }
    }

    private void renew() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            made.append(i == 0 ? "" : "-").append(Randoms.letters(LETTERS, GROUP));
        }
        file.write(made + "\n");
        code = Optional.of(made.toString());
        endsAt = clock.instant().plus(LASTS);
        wrong = 0;
    }

    /** Whether this is the code, in any case and with or without hyphens. */
    public synchronized boolean matches(String given) {
        provide();
        if (Randoms.equal(letters(code.orElseThrow()), letters(given))) {
            return true;
        }
        wrong++;
        if (wrong >= TRIES) {
            renew();
        }
        return false;
    }

    private static String letters(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** Takes the code away: it is needed no more. */
    public synchronized void forget() {
        code = Optional.empty();
        file.delete();
    }
}
