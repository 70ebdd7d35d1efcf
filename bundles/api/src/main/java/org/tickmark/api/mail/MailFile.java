package org.tickmark.api.mail;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** A file that goes with a mail. Immutable. */
public final class MailFile {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} _.()-]{1,120}");
    private static final String CALENDAR = "text/calendar; method=";
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+|" + CALENDAR + "[A-Z]+");

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
     * @param mediaType such as {@code application/pdf}, without parameters but that of {@link #calendar}
     * @param content the bytes, which are copied
     */
    public static MailFile of(String name, String mediaType, byte[] content) {
        return new MailFile(name, mediaType, content.clone());
    }

    /** A file of text, in UTF-8. */
    public static MailFile text(String name, String mediaType, String text) {
        return new MailFile(name, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An iCalendar message that mail programs understand and show instead of the text, such as an invitation (RFC 6047). It is never cut.
     *
     * @param method what it asks for, such as {@code REQUEST}
     */
    public static MailFile calendar(String name, String method, String text) {
        return text(name, CALENDAR + method, text);
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
        return mediaType.startsWith("text/") && !isCalendar();
    }

    /** Whether it is an iCalendar message of {@link #calendar}. */
    public boolean isCalendar() {
        return mediaType.startsWith(CALENDAR);
    }

    /** The bytes, as a copy. */
    public byte[] content() {
        return content.clone();
    }
}
