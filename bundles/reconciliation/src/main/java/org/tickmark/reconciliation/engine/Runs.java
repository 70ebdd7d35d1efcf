package org.tickmark.reconciliation.engine;

import java.util.Arrays;

/** The runs of letters and digits in a text, folded. Used again for one text after another, by one thread. */
final class Runs {
    /** What a run is made of. */
    enum Kind {
        DIGITS,
        LETTERS,
        MIXED
    }

    private static final char NO_SEPARATOR = 0;

    private char[] folded = new char[256];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private Kind[] kinds = new Kind[64];
    private char[] separators = new char[64];
    private int length;
    private int count;

    /** Takes a text apart. */
    void scan(String text) {
        fold(text);
        count = 0;
        int gapStart = 0;
        int position = 0;
        while (position < length) {
            if (!Character.isLetterOrDigit(folded[position])) {
                position++;
                continue;
            }
            int start = position;
            while (position < length && Character.isLetterOrDigit(folded[position])) {
                position++;
            }
            add(start, position, start - gapStart == 1 ? folded[gapStart] : NO_SEPARATOR);
            gapStart = position;
        }
    }

    private void fold(String text) {
        if (text.length() > folded.length) {
            folded = new char[text.length() * 2];
        }
        length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = Folding.fold(text.charAt(i));
            if (c != Folding.NOTHING) {
                folded[length++] = c;
            }
        }
    }

    private void add(int start, int end, char separator) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
            separators = Arrays.copyOf(separators, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        kinds[count] = kindOf(start, end);
        separators[count] = separator;
        count++;
    }

    private Kind kindOf(int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            if (isDigit(folded[i])) {
                digits++;
            }
        }
        return digits == end - start ? Kind.DIGITS : digits == 0 ? Kind.LETTERS : Kind.MIXED;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** How many runs there are. */
    int count() {
        return count;
    }

    Kind kind(int run) {
        return kinds[run];
    }

    int length(int run) {
        return ends[run] - starts[run];
    }

    /** A run as text. */
    String text(int run) {
        return new String(folded, starts[run], length(run));
    }

    /** Appends a run. */
    void appendTo(StringBuilder target, int run) {
        target.append(folded, starts[run], length(run));
    }

    /** Whether exactly one blank or hyphen stands between the run before and this one. */
    boolean joins(int run) {
        return run > 0 && (separators[run] == ' ' || separators[run] == '-');
    }

    /** Whether exactly one mark that holds the parts of a number together stands between the run before and this one. */
    boolean compounds(int run) {
        char separator = separators[run];
        return run > 0 && (separator == '-' || separator == '/' || separator == '.' || separator == '_');
    }

    /** The one character between the run before and this one; 0 if there are more. */
    char separator(int run) {
        return separators[run];
    }

    /** How many characters stand between the run before, or the beginning of the text, and this one. */
    int gap(int run) {
        return starts[run] - (run == 0 ? 0 : ends[run - 1]);
    }

    /** Whether one of these marks, and beside it nothing but blanks, stands between the run before and this one. */
    boolean follows(int run, String marks) {
        int found = 0;
        for (int i = run == 0 ? 0 : ends[run - 1]; i < starts[run]; i++) {
            if (marks.indexOf(folded[i]) >= 0) {
                found++;
            } else if (folded[i] != ' ') {
                return false;
            }
        }
        return found == 1;
    }

    /** Whether a hyphen that belongs to no other run follows, as in a KID whose check digit is ten. */
    boolean endsInHyphen(int run) {
        int end = ends[run];
        return end < length && folded[end] == '-' && (end + 1 == length || !Character.isLetterOrDigit(folded[end + 1]));
    }

    /** Where the digits at the end of a run of letters and then digits begin, counted in the run; -1 if it is no such run. */
    int trailingDigits(int run) {
        int i = ends[run];
        while (i > starts[run] && isDigit(folded[i - 1])) {
            i--;
        }
        int offset = i - starts[run];
        for (int j = starts[run]; j < i; j++) {
            if (isDigit(folded[j])) {
                return -1;
            }
        }
        return i == ends[run] ? -1 : offset;
    }

    /** Every letter and digit of the text, joined. */
    String joined() {
        StringBuilder all = new StringBuilder(length);
        for (int run = 0; run < count; run++) {
            appendTo(all, run);
        }
        return all.toString();
    }
}
