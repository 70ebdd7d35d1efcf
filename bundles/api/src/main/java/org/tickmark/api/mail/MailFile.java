package org.tickmark.api.mail;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** A file that goes with a mail. Immutable. */
public final class MailFile {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} _.()-]{1,120}");
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

    private final String name;
    private final String mediaType;
    private final byte[] content;

    private MailFile(String name, String mediaType, byte[] content) {
        this.name = Objects.requireNonNull(name, "name");
        this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
        this.content = content;
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("File name of " + name.length()
                    + " characters: expected up to 120 letters, digits, blanks and _ . ( ) -");
        }
        if (!TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("Media type '" + mediaType + "': expected such as text/csv");
        }
    }

    /**
     * A file of any kind.
     *
     * @param name up to 120 letters, digits, blanks and {@code _ . ( ) -}
     * @param mediaType such as {@code application/pdf}, without parameters
     * @param content the bytes, which are copied
     */
    public static MailFile of(String name, String mediaType, byte[] content) {
        return new MailFile(name, mediaType, content.clone());
    }

    /** A file of text, in UTF-8. */
    public static MailFile text(String name, String mediaType, String text) {
        return new MailFile(name, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** What it holds. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it is text in UTF-8, which may be cut. */
    public boolean isText() {
        return mediaType.startsWith("text/");
    }

    /** The bytes, as a copy. */
    public byte[] content() {
        return content.clone();
    }
}
