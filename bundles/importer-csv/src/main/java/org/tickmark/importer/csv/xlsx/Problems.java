package org.tickmark.importer.csv.xlsx;

import java.io.IOException;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.kit.zip.Unpacking;

/** What can be wrong with a workbook, in words. */
record Problems(String fileName) implements Unpacking.Refusals {
    /** Starts a problem that refuses the workbook, with its advice. */
    static Problem.Builder refusal(ErrorClass errorClass, String word, Object... arguments) {
        return Problem.error(errorClass.code(word), Texts.message("xlsx." + word, arguments))
                .advice(Texts.message("xlsx." + word + ".advice"));
    }

    @Override
    public Problem tooLarge(long most) {
        return refusal(ErrorClass.E3, "limit", most).where(fileName).build();
    }

    @Override
    public Problem tooTight(int times) {
        return refusal(ErrorClass.E3, "tight", times).where(fileName).build();
    }

    @Override
    public Problem damaged(IOException why) {
        return refusal(ErrorClass.E3, "damaged")
                .where(fileName)
                .found(String.valueOf(why.getMessage()))
                .build();
    }
}
