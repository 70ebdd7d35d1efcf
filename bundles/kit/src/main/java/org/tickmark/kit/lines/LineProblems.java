package org.tickmark.kit.lines;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.message.Message;

/**
 * What can be wrong with a file of lines, in words: with the place of the line at hand, what was found, what was expected, and what to do next. For one
 * thread.
 */
public final class LineProblems {
    /** What a decoder puts in the place of bytes that are no letter. */
    private static final char UNDECODABLE = '\uFFFD';

    private static final int FOUND_LENGTH = 40;

    private final LineReader lines;
    private final StatementSink sink;
    private final String word;
    private final String title;
    private final RepeatedWarnings told;

    /** What a field holds. */
    public enum Field {
        AMOUNT,
        DATE,
        NUMBER,
        CODE,
        ACCOUNT,
        CURRENCY;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The problems of one file.
     *
     * @param sink who is told
     * @param word the format in a problem's code, such as {@code mt940}
     * @param title the format in words, such as {@code MT940}
     */
    public LineProblems(LineReader lines, StatementSink sink, String word, String title) {
        this.lines = Objects.requireNonNull(lines, "lines");
        this.sink = Objects.requireNonNull(sink, "sink");
        this.word = Objects.requireNonNull(word, "word");
        this.title = Objects.requireNonNull(title, "title");
        this.told = new RepeatedWarnings(sink);
    }

    /** Tells a problem with the file; a warning only the first times. */
    public void tell(Problem problem) {
        told.tell(problem);
    }

    /** Tells a problem to the one that it concerns, such as a statement; a warning only the first times. */
    public void tell(Problem problem, Consumer<Problem> concerned) {
        told.tell(problem, concerned);
    }

    /**
     * Tells that a field cannot be read (class E4).
     *
     * @param from where the field begins in the buffer of the line at hand
     * @param to where it ends; the same for a field that is missing
     * @param expected what it should look like
     */
    public void field(Field field, int from, int to, String expected) {
        field(field, lines.place(from), lines.latin(from, to), expected);
    }

    /** Tells that a field cannot be read (class E4). */
    public void field(Field field, String place, String found, String expected) {
        told.tell(Problem.error(ErrorClass.E4.code(field.word()), Texts.message("lines.field." + field.word()))
                .where(place)
                .found(shown(found))
                .expected(expected)
                .advice(Texts.message("lines.field.advice"))
                .build());
    }

    /** Tells a warning about the line at hand. */
    public void warn(String code, Message what, String found, String expected) {
        told.tell(Problem.warning(ErrorClass.W.code(code), what)
                .where(lines.place())
                .found(shown(found))
                .expected(expected)
                .build());
    }

    /** The file holds nothing (class E1). */
    public TickmarkException empty() {
        return Problem.error(ErrorClass.E1.code("empty"), Texts.message("lines.empty"))
                .advice(Texts.message("lines.empty.advice"))
                .exception();
    }

    /** The file is of another format (class E2). */
    public TickmarkException other(String expected) {
        return Problem.error(ErrorClass.E2.code("not-" + word), Texts.message("lines.other", title))
                .where(lines.place())
                .found(shown())
                .expected(expected)
                .advice(Texts.message("lines.other.advice"))
                .exception();
    }

    /** The line at hand does not belong where it stands, or is no record at all (class E3). */
    public TickmarkException broken(String code, Message what, String expected) {
        return Problem.error(ErrorClass.E3.code(code), what)
                .where(lines.place())
                .found(shown())
                .expected(expected)
                .advice(Texts.message("lines.again.advice"))
                .exception();
    }

    /** The file ends before it is whole (class E3). */
    public TickmarkException cutOff(String expected) {
        return broken("cut-off", Texts.message("lines.cut-off"), expected);
    }

    /** A part of the buffer as text in the file's encoding; a byte that is no letter in it is told as a warning. */
    public String text(int from, int to) {
        return checked(lines.text(from, to));
    }

    /** The text of the line at hand; a byte that was no letter in the file's encoding is told as a warning. */
    public String checked(String text) {
        return text.indexOf(UNDECODABLE) < 0 ? text : checked(text, lines.place());
    }

    /** The text; a byte that was no letter in the file's encoding is told as a warning. */
    public String checked(String text, String place) {
        if (text.indexOf(UNDECODABLE) >= 0) {
            told.tell(Problem.warning(ErrorClass.W.code("undecodable"), Texts.message("lines.undecodable"))
                    .where(place)
                    .found(lines.charset().name())
                    .advice(Texts.message("lines.encoding.advice"))
                    .build());
        }
        return text;
    }

    /** Tells the encoding that the file was read with, and how many warnings were left out. */
    public void finish() {
        sink.encoding(lines.charset().name());
        if (lines.encoding().isPresent() && !lines.encoding().get().certain()) {
            told.tell(Problem.warning(ErrorClass.W.code("encoding"), Texts.message("lines.encoding"))
                    .found(lines.charset().name())
                    .advice(Texts.message("lines.encoding.advice"))
                    .build());
        }
        told.finish();
    }

    /** The beginning of the line at hand, to be shown. */
    public String shown() {
        return shown(lines.latin(lines.start(), lines.end()));
    }

    /** The beginning of what was found, on one line; a hyphen for nothing. */
    public static String shown(String found) {
        StringBuilder shown = new StringBuilder();
        int length = Math.min(FOUND_LENGTH, found.length());
        for (int i = 0; i < length; i++) {
            char letter = found.charAt(i);
            shown.append(Character.isISOControl(letter) ? ' ' : letter);
        }
        String text = shown.toString().strip();
        return text.isEmpty() ? "-" : found.length() > FOUND_LENGTH ? text + "…" : text;
    }

    /** A line is longer than allowed (class E3). */
    static TickmarkException tooLong(long number, int longest) {
        return Problem.error(ErrorClass.E3.code("length"), Texts.message("lines.length", longest))
                .where("line " + number)
                .advice(Texts.message("lines.again.advice"))
                .exception();
    }
}
