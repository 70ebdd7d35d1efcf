package org.tickmark.recurrence.calendar;

/** The words and quoted texts of one line, from left to right. One thread at a time. */
final class LineTokens {
    private static final String END = "";

    private final int number;
    private final String line;
    private int position;

    LineTokens(int number, String line) {
        this.number = number;
        this.line = line;
        skipBlanks();
    }

    boolean atEnd() {
        return position == line.length() || line.charAt(position) == '#';
    }

    /** Whether the word stands next; it is taken when it does. */
    boolean take(String word) {
        int before = position;
        if (!atEnd() && !nextIsText() && word(word).equals(word)) {
            return true;
        }
        position = before;
        return false;
    }

    /** The next word. */
    String word(String expected) {
        if (atEnd() || nextIsText()) {
            throw problem(rest(), expected);
        }
        int start = position;
        while (position < line.length() && !isBlank(line.charAt(position))) {
            position++;
        }
        String word = line.substring(start, position);
        skipBlanks();
        return word;
    }

    boolean nextIsText() {
        return !atEnd() && line.charAt(position) == '"';
    }

    /** The next quoted text; a backslash stands before a quote or a backslash in it. */
    String text(String expected) {
        if (!nextIsText()) {
            throw problem(rest(), expected);
        }
        StringBuilder text = new StringBuilder();
        for (int index = position + 1; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character == '"') {
                position = index + 1;
                skipBlanks();
                return text.toString();
            }
            if (character == '\\' && index + 1 < line.length()) {
                index++;
            }
            text.append(line.charAt(index));
        }
        throw problem(rest(), "a quote (\") at the end of the text");
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    void expectEnd() {
        if (!atEnd()) {
            throw problem(rest(), "the end of the line");
        }
    }

    LineProblem problem(String found, String expected) {
        return new LineProblem(new CalendarProblem(number, found, expected));
    }

    private String rest() {
        return atEnd() ? END : line.substring(position).strip();
    }

    private void skipBlanks() {
        while (position < line.length() && isBlank(line.charAt(position))) {
            position++;
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    /** Leaves a line that cannot be read; never leaves the reader. */
    static final class LineProblem extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient CalendarProblem problem;

        LineProblem(CalendarProblem problem) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
        }

        CalendarProblem problem() {
            return problem;
        }
    }
}
