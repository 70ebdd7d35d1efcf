package org.tickmark.script.crmscript.library;

import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.ScriptArray;
import org.tickmark.script.crmscript.value.Simple;

/** What the parts of the library have in common. */
final class Lib {
    static final ArrayType STRINGS = new ArrayType(Simple.STRING);
    static final ArrayType INTEGERS = new ArrayType(Simple.INTEGER);
    static final ArrayType BYTES = new ArrayType(Simple.BYTE);

    private Lib() {}

    /** A text that was made, counted. Only for what is at most a few times as long as what was counted before. */
    static String made(Run run, String text) {
        run.meter().text(text.length());
        return text;
    }

    static ScriptArray strings(Run run, Iterable<String> texts) {
        ScriptArray array = (ScriptArray) STRINGS.initial(run);
        for (String text : texts) {
            array.add(made(run, text), run.meter());
        }
        return array;
    }

    static ScriptArray bytes(Run run, byte[] bytes) {
        ScriptArray array = (ScriptArray) BYTES.initial(run);
        for (byte b : bytes) {
            array.add((long) (b & 0xff), run.meter());
        }
        return array;
    }

    static byte[] bytes(Run run, ScriptArray array) {
        run.meter().text(array.size());
        byte[] bytes = new byte[array.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) array.number(i);
        }
        return bytes;
    }

    static Fault unreadable(String text, String expected) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
        return new Fault(Fault.CONVERSION, Texts.text("run.conversion", shown, expected));
    }

    static Long checked(long number, Simple type) {
        boolean fits = type == Simple.LONG ? number != Long.MIN_VALUE : number == (int) number;
        if (!fits) {
            throw new Fault(Fault.MATH, Texts.text("run.overflow", type.word()));
        }
        return number;
    }

    static int index(long index, long size) {
        if (index < 0 || index > size) {
            throw new Fault(Fault.INDEX, Texts.text("run.index", String.valueOf(index), String.valueOf(size)));
        }
        return (int) index;
    }
}
