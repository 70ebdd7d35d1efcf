package org.tickmark.importer.ofx;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Makes text of bytes. What headers say of the encoding is often wrong, so each text decides: valid UTF-8 is that, anything else has one byte a letter.
 * Also replaces the character references that SGML and XML know. For one thread.
 */
final class TextDecoder {
    private static final int LONGEST_REFERENCE = 10;

    private final Charset fallback;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private String encoding = "US-ASCII";

    /** A decoder that takes this encoding for texts that are not UTF-8. */
    TextDecoder(Charset fallback) {
        this.fallback = fallback;
    }

    /** The encoding of the first text with a letter outside ASCII; ASCII when there was none. */
    String encoding() {
        return encoding;
    }

    /** A part of a buffer as text, without blanks around it. */
    String text(byte[] bytes, int length) {
        boolean plain = true;
        boolean reference = false;
        for (int i = 0; i < length; i++) {
            plain &= bytes[i] >= 0;
            reference |= bytes[i] == '&';
        }
        String text = plain ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1) : decode(bytes, length);
        return (reference ? resolve(text) : text).strip();
    }

    private String decode(byte[] bytes, int length) {
        try {
            String text = utf8.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
            told(StandardCharsets.UTF_8);
            return text;
        } catch (CharacterCodingException e) {
            told(fallback);
            return new String(bytes, 0, length, fallback);
        }
    }

    private void told(Charset charset) {
        encoding = encoding.equals("US-ASCII") ? charset.name() : encoding;
    }

    private static String resolve(String text) {
        StringBuilder resolved = new StringBuilder(text.length());
        int next = 0;
        while (next < text.length()) {
            int end = text.charAt(next) == '&' ? text.indexOf(';', next) : -1;
            int letter = end > next && end - next <= LONGEST_REFERENCE ? letter(text.substring(next + 1, end)) : -1;
            if (letter < 0) {
                resolved.append(text.charAt(next++));
            } else {
                resolved.appendCodePoint(letter);
                next = end + 1;
            }
        }
        return resolved.toString();
    }

    /** The letter that a reference stands for; -1 for one that is not known: then it is text, such as the name of a company. */
    private static int letter(String reference) {
        return switch (reference) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            case "nbsp" -> ' ';
            default -> reference.startsWith("#") ? numbered(reference.substring(1)) : -1;
        };
    }

    private static int numbered(String number) {
        try {
            boolean hexadecimal = number.startsWith("x") || number.startsWith("X");
            int letter = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return Character.isValidCodePoint(letter) && !Character.isISOControl(letter) ? letter : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
