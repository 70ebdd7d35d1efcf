package org.tickmark.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords with PBKDF2 and HMAC-SHA-512 (RFC 8018, 5.2), each with a salt of its own, as texts that say how they were made:
 * {@code $pbkdf2-sha512$i=210000$salt$hash}. Few are hashed at once, so that a flood of attempts leaves the processors to others. Safe for
 * use from many threads.
 */
final class Passwords {
    /** What OWASP's Password Storage Cheat Sheet asks for with HMAC-SHA-512. */
    static final int ROUNDS = 210_000;

    private static final int AT_ONCE = 2;
    private static final int SALT = 16;
    private static final int HASH = 32;
    /** No kept password was made with more. */
    private static final Pattern KEPT =
            Pattern.compile("\\$pbkdf2-sha512\\$i=(\\d{1,8})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final int rounds;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    /** Stands in for the password of a user that there is not, so that the answer takes as long. */
    private final String nobodys;

    /** Passwords that are hashed in so many rounds. */
    Passwords(int rounds) {
        this.rounds = rounds;
        byte[] noise = new byte[HASH];
        random.nextBytes(noise);
        this.nobodys = kept(rounds, salt(), noise);
    }

    /** What is to be kept of a password. */
    String hash(char[] password) {
        byte[] salt = salt();
        return kept(rounds, salt, derive(password, salt, rounds));
    }

    /** Whether a password is the one that this was kept of; without one it is not, and takes as long to find out. */
    boolean matches(char[] password, Optional<String> kept) {
        Matcher parts = KEPT.matcher(kept.orElse(nobodys));
        if (!parts.matches()) {
            throw new IllegalStateException("A kept password has an unknown form");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(2));
        byte[] expected = Base64.getDecoder().decode(parts.group(3));
        byte[] found = derive(password, salt, Integer.parseInt(parts.group(1)));
        return MessageDigest.isEqual(found, expected) && kept.isPresent();
    }

    /** Whether what is kept was made otherwise than it would be now. */
    boolean isOutdated(String kept) {
        return !kept.startsWith("$pbkdf2-sha512$i=" + rounds + "$");
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    private static String kept(int rounds, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$pbkdf2-sha512$i=%d$%s$%s".formatted(rounds, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    private byte[] derive(char[] password, byte[] salt, int iterations) {
        slots.acquireUninterruptibly();
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
            slots.release();
        }
    }
}
