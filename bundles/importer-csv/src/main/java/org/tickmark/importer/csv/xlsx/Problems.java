package org.tickmark.importer.csv.xlsx;

import java.io.IOException;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.kit.zip.Unpacking;

/** What can be wrong with a workbook, in words. */
record Problems() implements Unpacking.Refusals {
    /** The place of what is wrong with all of it; which file that is, the host says. */
    static final String WORKBOOK = "workbook";

    /** Starts a problem that refuses the workbook, with its advice. */
    static Problem.Builder refusal(ErrorClass errorClass, String word, Object... arguments) {
        return Problem.error(errorClass.code(word), Texts.message("xlsx." + word, arguments))
                .advice(Texts.message("xlsx." + word + ".advice"));
    }

    @Override
    public Problem tooLarge(long most) {
        return refusal(ErrorClass.E3, "limit", most).where(WORKBOOK).build();
    }

    @Override
    public Problem tooTight(int times) {
        return refusal(ErrorClass.E3, "tight", times).where(WORKBOOK).build();
    }

    @Override
    public Problem damaged(IOException why) {
        return refusal(ErrorClass.E3, "damaged")
                .where(WORKBOOK)
                .found(String.valueOf(why.getMessage()))
                .build();
    }
}
