package org.tickmark.importer.mt940;

import java.util.Optional;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineReader;

/**
 * What stands around a message: the blocks of SWIFT, <code>{1:…}{2:I940…}{4:</code> before it and <code>-}</code> behind it, or the lines by which banks say the same,
 * such as {@code 940 00} and {@code :940:}.
 */
final class Envelope {
    private static final String TYPE_BLOCK = "{2:";
    private static final String TEXT_BLOCK = "{4:";
    private static final int TYPE = 3;

    private final LineProblems problems;
    private Optional<Kind> kind = Optional.empty();
    private boolean open;

    Envelope(LineProblems problems) {
        this.problems = problems;
    }

    /** What it says that the message is. */
    Optional<Kind> kind() {
        return kind;
    }

    /** Whether a text block was opened and not closed. */
    boolean isOpen() {
        return open;
    }

    /** Forgets the message before. */
    void close() {
        open = false;
        kind = Optional.empty();
    }

    /** Whether the line at hand belongs to the message before: checksums and the like. */
    static boolean isBehind(LineReader lines) {
        return lines.startsWith("{5:") || lines.startsWith("{S:");
    }

    /**
     * Reads the line at hand, which begins with a brace, and narrows it to the beginning of the text, if that is there.
     *
     * @throws org.tickmark.api.TickmarkException of class E2 if it says that the message is of another kind
     */
    void read(LineReader lines) {
        String line = lines.latin(lines.start(), lines.end());
        int type = line.indexOf(TYPE_BLOCK);
        if (type >= 0 && line.length() >= type + TYPE_BLOCK.length() + 1 + TYPE) {
            kind = kind(line.substring(type + TYPE_BLOCK.length() + 1, type + TYPE_BLOCK.length() + 1 + TYPE));
        }
        open |= narrowToText(lines);
    }

    /** Narrows the line at hand, which begins with a brace, to what follows the beginning of the text; false, and to nothing, when it is not there. */
    static boolean narrowToText(LineReader lines) {
        int text = lines.latin(lines.start(), lines.end()).indexOf(TEXT_BLOCK);
        lines.narrow(text < 0 ? lines.end() : lines.start() + text + TEXT_BLOCK.length(), lines.end());
        return text >= 0;
    }

    /** Reads a line of a bank's own before a message. */
    void readHeader(LineReader lines) {
        int digits = lines.at(0) == ':' ? 1 : 0;
        byte behind = lines.at(digits + TYPE);
        if (lines.startsWith(digits == 0 ? "942" : ":942") && !Ascii.isDigit(behind)) {
            kind = Optional.of(Kind.INTRADAY);
        }
    }

    private Optional<Kind> kind(String type) {
        return switch (type) {
            case "940", "950" -> Optional.of(Kind.STATEMENT);
            case "942" -> Optional.of(Kind.INTRADAY);
            default -> throw problems.other("{2:I940, {2:I942");
        };
    }
}
