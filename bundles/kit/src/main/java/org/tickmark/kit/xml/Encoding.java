package org.tickmark.kit.xml;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;

/**
 * The character encoding of a document, by its first bytes (XML 1.0, appendix F): a byte order mark, the width of the first characters, else
 * what the XML declaration says, else UTF-8.
 *
 * @param charset the encoding
 * @param markLength how many bytes the byte order mark takes
 */
record Encoding(Charset charset, int markLength) {
    /** How many bytes are enough to tell. */
    static final int HEAD = 1024;

    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    /** The encoding of a document that begins with these bytes. */
    static Encoding of(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        } else if (startsWith(head, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        } else if (startsWith(head, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        } else if (startsWith(head, 0, '<')) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        } else if (startsWith(head, '<', 0)) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        return new Encoding(declared(head), 0);
    }

    private static Charset declared(byte[] head) {
        Matcher declaration = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return declaration.find() ? named(declaration.group(1)) : StandardCharsets.UTF_8;
    }

    private static Charset named(String name) {
        try {
            Charset charset = Charset.forName(name);
            // One byte a character is what was seen, whatever the declaration says.
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
                    ? StandardCharsets.UTF_8
                    : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.error(ErrorClass.E3.code("encoding"), Texts.message("xml.encoding-name"))
                    .where("line 1")
                    .found(name)
                    .expected("UTF-8, UTF-16, ISO-8859-1, windows-1252")
                    .advice(Texts.message("xml.again.advice"))
                    .exception(e);
        }
    }

    private static boolean startsWith(byte[] head, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
