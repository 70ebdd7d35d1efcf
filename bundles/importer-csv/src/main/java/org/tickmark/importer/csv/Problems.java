package org.tickmark.importer.csv;

import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;

/** What can be wrong with a table, in words. */
final class Problems {
    private static final int FOUND_LENGTH = 60;

    private Problems() {}

    /** Starts a problem that refuses the file, with its advice. */
    static Problem.Builder refusal(ErrorClass errorClass, String word, Object... arguments) {
        return Problem.error(errorClass.code(word), Texts.message("csv." + word, arguments))
                .advice(Texts.message("csv." + word + ".advice"));
    }

    /** Starts a warning. */
    static Problem.Builder warning(ErrorClass errorClass, String word, Object... arguments) {
        return Problem.warning(errorClass.code(word), Texts.message("csv." + word, arguments));
    }

    /** A place in the file. */
    static String line(long number) {
        return "line " + number;
    }

    /** What of a cell may be shown: its beginning. */
    static String shown(String cell) {
        return cell.length() <= FOUND_LENGTH ? cell : cell.substring(0, FOUND_LENGTH) + "…";
    }
}
