package org.tickmark.importer.csv.xlsx;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.kit.xml.XmlCursor;

/** Reads texts that may be in pieces of different looks (ECMA-376 part 1, 18.4). For one thread. */
final class RichText {
    /** A character that XML cannot hold, by its number. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XmlCursor xml;

    RichText(XmlCursor xml) {
        this.xml = xml;
    }

    /** The text of the element just entered, and leaves it. How it is pronounced is left out. */
    String read() throws IOException {
        String first = "";
        StringBuilder all = null;
        while (xml.nextChild()) {
            String piece =
                    switch (xml.name()) {
                        case "t" -> plain(xml.textWithBlanks());
                        case "r" -> read();
                        default -> {
                            xml.skip();
                            yield "";
                        }
                    };
            if (first.isEmpty()) {
                first = piece;
            } else if (!piece.isEmpty()) {
                all = all == null ? new StringBuilder(first) : all;
                all.append(piece);
            }
        }
        return all == null ? first : all.toString();
    }

    /** A text without escapes. */
    static String plain(String text) {
        return text.indexOf("_x") < 0
                ? text
                : ESCAPE.matcher(text)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
