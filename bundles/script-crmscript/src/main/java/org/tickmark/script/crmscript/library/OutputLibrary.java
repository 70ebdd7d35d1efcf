package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.FLOAT;
import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.util.List;
import java.util.Objects;
import org.tickmark.api.Severity;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Stop;
import org.tickmark.script.crmscript.value.Text;
import org.tickmark.script.crmscript.value.Values;

/** What a script writes, and how it ends by itself. */
final class OutputLibrary {
    private OutputLibrary() {}

    static void addTo(Library library) {
        library.function(VOID, "print", (run, a) -> print(run, a.text(0)), STRING);
        library.function(VOID, "printLine", (run, a) -> print(run, a.text(0).concat("\n")), STRING);
        library.function(VOID, "printLine", (run, a) -> print(run, "\n"));
        library.function(VOID, "printDebug", (run, a) -> log(run, Severity.INFO, a.text(0)), STRING);
        library.function(VOID, "log", (run, a) -> log(run, Severity.INFO, a.text(0)), STRING);
        library.function(VOID, "log", (run, a) -> log(run, severity(a.whole(0)), a.text(1)), INTEGER, STRING);
        library.function(VOID, "logMessage", (run, a) -> log(run, Severity.INFO, a.text(0)), STRING);
        library.function(VOID, "exitWithMessage", OutputLibrary::exit, STRING);
        library.function(VOID, "assert", OutputLibrary::check, BOOL);
        for (Simple type : List.of(BOOL, INTEGER, FLOAT, STRING)) {
            library.function(VOID, "assertEquals", OutputLibrary::checkEqual, type, type);
        }
    }

    private static Object print(Run run, String text) {
        run.print(text);
        return null;
    }

    private static Object log(Run run, Severity severity, String text) {
        run.meter().written(text.length());
        run.call().output().log(severity, text);
        return null;
    }

    /** 1 and 2 are notes, 3 is a warning, more is an error. */
    private static Severity severity(long type) {
        return type < 3 ? Severity.INFO : type == 3 ? Severity.WARNING : Severity.ERROR;
    }

    private static Object exit(Run run, Arguments a) {
        throw Stop.exit(a.text(0));
    }

    private static Object check(Run run, Arguments a) {
        if (!a.flag(0)) {
            throw new Fault(Fault.ASSERT, Texts.text("run.assert"));
        }
        return null;
    }

    private static Object checkEqual(Run run, Arguments a) {
        Object expected = comparable(a.raw(1));
        Object found = comparable(a.raw(0));
        if (!Objects.equals(found, expected)) {
            throw new Fault(Fault.ASSERT, Texts.text("run.assert-equals", shown(found), shown(expected)));
        }
        return null;
    }

    private static Object comparable(Object value) {
        return value instanceof CharSequence ? Text.of(value) : value;
    }

    private static String shown(Object value) {
        String text = Values.text(value);
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
