package org.tickmark.importer.ofx;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the element {@code OFX}: lines {@code KEY:VALUE} (also all on one line), an XML declaration, an instruction {@code <?OFX …?>}, both,
 * or nothing.
 */
final class Header {
    /** How many bytes are looked at. */
    static final int LENGTH = 4096;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("(?i)(?:CHARSET\\s*:\\s*|<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"'])([A-Za-z0-9._-]{1,40})");
    private static final Pattern MARKS = Pattern.compile("(?s)<!--.{0,2000}?-->|<\\?.{0,2000}?\\?>|<!.{0,2000}?>");
    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";
    private static final String WIDE_MARK = "\u00FE\u00FF|\u00FF\u00FE";

    private Header() {}

    /** Whether a file that begins so is OFX: its first element is, and there is nothing before it but a header. */
    static boolean isOfx(String beginning) {
        String start = beginning.length() > LENGTH ? beginning.substring(0, LENGTH) : beginning;
        String text = MARKS.matcher(start.replaceFirst("^(" + UTF_8_MARK + "|" + WIDE_MARK + ")", ""))
                .replaceAll(" ");
        int element = text.indexOf('<');
        if (element < 0) {
            return false;
        }
        String before = text.substring(0, element).strip();
        boolean header = before.isEmpty() || before.toUpperCase(Locale.ROOT).contains("OFX");
        return header && text.regionMatches(true, element, "<OFX", 0, 4) && !isNameCharacter(text, element + 4);
    }

    /** The encoding of one byte a letter that the header declares, else windows-1252; headers that declare UTF-8 are often wrong. */
    static Charset charset(byte[] head) {
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return declared.find() ? named(declared.group(1).toUpperCase(Locale.ROOT)) : WINDOWS;
    }

    private static Charset named(String name) {
        try {
            Charset charset = Charset.forName(fullName(name));
            boolean single =
                    charset.name().startsWith("windows-") || charset.name().startsWith("ISO-8859-");
            return single ? charset : WINDOWS;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return WINDOWS;
        }
    }

    private static String fullName(String name) {
        if (name.startsWith("125")) {
            return "windows-" + name;
        }
        return name.startsWith("8859-") ? "ISO-" + name : name;
    }

    private static boolean isNameCharacter(String text, int index) {
        return index < text.length() && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '.');
    }
}
