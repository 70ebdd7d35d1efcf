package org.tickmark.example.importer.pipe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.message.MessageCatalog;

/** The lines of a file, one at a time, and the problems with them. */
final class PipeLines {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(PipeLines.class);
    private static final int SHOWN = 40;

    private final Reader in;
    private final int longest;
    private String line = "";
    private int number;

    PipeLines(InputStream in, int longest) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.longest = longest;
    }

    /** Goes on to the next line. {@link BufferedReader#readLine} would do, if it did not take lines of any length into memory. */
    String next() throws IOException {
        StringBuilder text = new StringBuilder();
        number++;
        int next = in.read();
        if (next < 0) {
            throw problem(ErrorClass.E3, "cut-off", shown(), "END|…").exception();
        }
        while (next >= 0 && next != '\n') {
            text.append((char) next);
            if (text.length() > longest) {
                throw problem(ErrorClass.E3, "length", shown(), "≤ " + longest).exception();
            }
            next = in.read();
        }
        line = text.toString().stripTrailing();
        return line;
    }

    /** The fields of the line at hand; the last one may hold pipes of its own. */
    String[] fields(int count) {
        String[] fields = line.split("\\|", count);
        if (fields.length != count) {
            throw problem(ErrorClass.E3, "fields", Integer.toString(fields.length), Integer.toString(count))
                    .exception();
        }
        return fields;
    }

    /** Where the line at hand is. */
    String place() {
        return "line " + number;
    }

    /** The beginning of the line at hand, for messages. */
    String shown() {
        return line.substring(0, Math.min(SHOWN, line.length()));
    }

    /** Starts a problem with the line at hand. */
    Problem.Builder problem(ErrorClass errorClass, String word, String found, String expected) {
        return Problem.error(errorClass.code(word), MESSAGES.message("pipe." + word))
                .where(place())
                .found(found)
                .expected(expected)
                .advice(MESSAGES.message("pipe.advice"));
    }
}
