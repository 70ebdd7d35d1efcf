package org.tickmark.importer.ofx;

import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;

/**
 * How the bank answered ({@code STATUS}). An error at the sign-on or at a statement is a download that failed, not an empty statement; answers to other
 * requests in the same file do not matter.
 */
final class Answer {
    private boolean matters = true;
    private boolean failed;
    private String code = "";
    private String message = "";
    private String place = "";

    /** Whether an element is part of an answer. */
    static boolean isOfUse(String element) {
        return switch (element) {
            case "CODE", "SEVERITY", "MESSAGE" -> true;
            default -> false;
        };
    }

    /** Takes notice of an aggregate. */
    void begun(String name, long line) {
        if (name.equals("STATUS")) {
            code = "";
            message = "";
            place = "line " + line;
        } else if (name.equals("SONRS") || name.endsWith("TRNRS")) {
            matters = name.equals("SONRS") || name.equals("STMTTRNRS") || name.equals("CCSTMTTRNRS");
        }
    }

    /** Takes an element. */
    void take(String element, String text) {
        switch (element) {
            case "CODE" -> code = text;
            case "MESSAGE" -> message = text;
            default -> failed |= matters && !place.isEmpty() && text.equalsIgnoreCase("ERROR");
        }
    }

    /**
     * Tells that an answer is whole.
     *
     * @throws org.tickmark.api.TickmarkException of class E3 if it is an error
     */
    void requireGood() {
        if (failed) {
            throw Problem.error(ErrorClass.E3.code("failed"), Texts.message("ofx.failed"))
                    .where(place)
                    .found((code + " " + message).strip())
                    .expected("INFO")
                    .advice(Texts.message("ofx.failed.advice"))
                    .exception();
        }
    }
}
