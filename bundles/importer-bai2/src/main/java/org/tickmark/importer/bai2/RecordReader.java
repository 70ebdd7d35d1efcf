package org.tickmark.importer.bai2;

import java.io.IOException;
import java.util.Set;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineReader;

/**
 * Cuts lines into records. A record ends at a slash that nothing follows on its line, or another record; also at the line's end. Slashes elsewhere are text. A line that begins with no
 * code of a record goes on with the record before it.
 */
final class RecordReader {
    private static final Set<String> CODES = Set.of("01", "02", "03", "16", "49", "88", "98", "99");
    private static final int CODE = 3;

    private final LineReader lines;
    private final LineProblems problems;
    private String line = "";
    private int at;
    private String code = "";
    private String content = "";
    private boolean ended = true;
    private boolean endedBefore = true;

    RecordReader(LineReader lines, LineProblems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    /** Goes on to the next record, or part of a broken one; false at the end of the file. */
    boolean next() throws IOException {
        while (at >= line.length()) {
            if (!lines.nextFilled()) {
                return false;
            }
            line = problems.text(lines.start(), lines.end());
            at = 0;
        }
        code = startsRecord(line, at) ? line.substring(at, at + 2) : "";
        cut(code.isEmpty() ? at : at + CODE);
        return true;
    }

    /** The two digits that the record begins with; empty for the rest of a broken one. */
    String code() {
        return code;
    }

    /** What follows code and comma, without the slash at the end. */
    String content() {
        return content;
    }

    /** Whether the record before was ended by a slash, so that nothing can go on with it. */
    boolean isEndedBefore() {
        return endedBefore;
    }

    /** Where it is. */
    String place() {
        return lines.place();
    }

    private void cut(int from) {
        endedBefore = ended;
        int slash = line.indexOf('/', from);
        while (slash >= 0 && !isEnd(slash)) {
            slash = line.indexOf('/', slash + 1);
        }
        ended = slash >= 0;
        content = line.substring(from, ended ? slash : line.length());
        at = ended ? skipBlanks(slash + 1) : line.length();
    }

    private boolean isEnd(int slash) {
        int next = skipBlanks(slash + 1);
        boolean text = code.isEmpty() || code.equals("16") || code.equals("88");
        boolean apart = next > slash + 1 || !text;
        return next == line.length() || (apart && startsRecord(line, next) && looksWhole(next));
    }

    /** Inside a line a date such as 10/ 16, is told from a record by what follows. */
    private boolean looksWhole(int from) {
        int comma = line.indexOf(',', from + CODE);
        return switch (line.substring(from, from + 2)) {
            case "16" -> comma == from + CODE + 3 && isNumber(from + CODE, comma);
            case "49", "98", "99" -> comma > 0 && isNumber(from + CODE, comma);
            default -> true;
        };
    }

    private boolean isNumber(int from, int to) {
        int digits = from < to && (line.charAt(from) == '-' || line.charAt(from) == '+') ? from + 1 : from;
        for (int i = digits; i < to; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return digits < to;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static boolean startsRecord(String line, int from) {
        return line.length() >= from + CODE
                && line.charAt(from + 2) == ','
                && CODES.contains(line.substring(from, from + 2));
    }
}
