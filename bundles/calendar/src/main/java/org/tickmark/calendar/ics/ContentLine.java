package org.tickmark.calendar.ics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of a file.
 *
 * <p>Source: RFC 5545 section 3.1.
 *
 * @param name in capitals
 * @param parameters as they stand, each after a semicolon; empty for none
 * @param value what comes after the colon
 */
record ContentLine(String name, String parameters, String value) {
    private static final int MOST_OCTETS = 75;

    static ContentLine of(String name, String value) {
        return new ContentLine(name, "", value);
    }

    /** The lines of a text, those that were folded as one. */
    static List<ContentLine> read(String text) {
        List<StringBuilder> unfolded = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            if (goesOn && !unfolded.isEmpty()) {
                unfolded.get(unfolded.size() - 1).append(line, 1, line.length());
            } else if (!line.isBlank()) {
                unfolded.add(new StringBuilder(line));
            }
        }
        return unfolded.stream().map(line -> parse(line.toString())).toList();
    }

    /** A line without a colon is a name without a value. */
    private static ContentLine parse(String line) {
        int colon = colon(line);
        String head = line.substring(0, colon);
        int semicolon = head.indexOf(';');
        int end = semicolon < 0 ? head.length() : semicolon;
        String name = head.substring(0, end).strip().toUpperCase(Locale.ROOT);
        return new ContentLine(name, head.substring(end), line.substring(Math.min(colon + 1, line.length())));
    }

    /** The first colon outside quotation marks. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            if (line.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return line.length();
    }

    /** The value of a parameter, without quotation marks. */
    Optional<String> parameter(String wanted) {
        boolean quoted = false;
        int from = 0;
        for (int i = 1; i <= parameters.length(); i++) {
            boolean atEnd = i == parameters.length();
            quoted ^= !atEnd && parameters.charAt(i) == '"';
            if (atEnd || (parameters.charAt(i) == ';' && !quoted)) {
                String[] one = parameters.substring(from + 1, i).split("=", 2);
                if (one.length == 2 && one[0].strip().equalsIgnoreCase(wanted)) {
                    return Optional.of(one[1].replace("\"", "").strip());
                }
                from = i;
            }
        }
        return Optional.empty();
    }

    /** The value as text, without the backslashes. */
    String text() {
        StringBuilder text = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (escaped) {
                text.append(c == 'n' || c == 'N' ? '\n' : c);
            } else if (c != '\\') {
                text.append(c);
            }
            escaped = !escaped && c == '\\';
        }
        return text.toString();
    }

    /** A text as a value. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** The line as it stands in a file, folded, with its end. */
    String folded() {
        StringBuilder out = new StringBuilder();
        int octets = 0;
        String line = toString();
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String one = Character.toString(line.codePointAt(i));
            int length = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MOST_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(one);
            octets += length;
        }
        return out.append("\r\n").toString();
    }

    @Override
    public String toString() {
        return name + parameters + ":" + value;
    }
}
