package org.tickmark.api.setting;

import java.util.Objects;

/**
 * The name of a secret, to be kept and shown where the secret itself must not be. Written {@code secret:<name>}.
 *
 * @param name lower-case letters, digits, points and hyphens
 */
public record SecretRef(String name) {
    private static final String PREFIX = "secret:";

    public SecretRef {
        Objects.requireNonNull(name, "name");
        if (!name.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "Secret name '" + name + "': expected words of a-z and 0-9 joined by . or -");
        }
    }

    /**
     * Reads {@code secret:<name>}.
     *
     * @throws IllegalArgumentException if the text is no such reference
     */
    public static SecretRef parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("Secret reference: expected " + PREFIX + "<name>");
        }
        return new SecretRef(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return PREFIX + name;
    }
}
