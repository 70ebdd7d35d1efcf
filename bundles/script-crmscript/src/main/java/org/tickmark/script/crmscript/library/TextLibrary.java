package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.BYTE;
import static org.tickmark.script.crmscript.value.Simple.FLOAT;
import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.LONG;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Text;
import org.tickmark.script.crmscript.value.Values;

/** {@code String}: looking into texts, cutting, comparing, converting. Names with {@code case} take no notice of case. */
final class TextLibrary {
    private TextLibrary() {}

    static void addTo(Library library) {
        measure(library);
        compare(library);
        cut(library);
        convert(library);
    }

    /** A method of one text that yields a text about as long. */
    private static Builtin.Code text(UnaryOperator<String> change) {
        return (run, a) -> {
            String text = a.text(0);
            run.meter().move(text.length());
            return Lib.made(run, change.apply(text));
        };
    }

    private static Builtin.Code test(Predicate<String> test) {
        return (run, a) -> {
            String text = a.text(0);
            run.meter().move(text.length());
            return test.test(text);
        };
    }

    private static void measure(Library library) {
        library.method(STRING, INTEGER, "getLength", (run, a) -> (long) Text.length(a.raw(0)));
        library.method(STRING, INTEGER, "length", (run, a) -> (long) Text.length(a.raw(0)));
        library.method(STRING, BOOL, "isEmpty", (run, a) -> Text.length(a.raw(0)) == 0);
        library.method(STRING, BOOL, "isNull", (run, a) -> a.raw(0) == null);
        library.method(STRING, BOOL, "isDigit", test(text -> all(text, c -> c >= '0' && c <= '9')));
        library.method(STRING, BOOL, "isAlpha", test(text -> all(text, Character::isLetter)));
        library.method(STRING, BOOL, "isAlphanumeric", test(text -> all(text, Character::isLetterOrDigit)));
        library.method(STRING, BOOL, "isLower", test(text -> text.codePoints().noneMatch(Character::isUpperCase)));
        library.method(STRING, BOOL, "isUpper", test(text -> text.codePoints().noneMatch(Character::isLowerCase)));
        library.method(STRING, BOOL, "isNumber", test(text -> Numbers.begins(text)));
    }

    private static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Builtin.Code both(BiFunction<String, String, Object> function) {
        return (run, a) -> {
            String text = a.text(0);
            String other = a.text(1);
            run.meter().move(text.length() + (long) other.length());
            return function.apply(text, other);
        };
    }

    private static Builtin.Code bothLower(BiFunction<String, String, Object> function) {
        return both((text, other) -> function.apply(lower(text), lower(other)));
    }

    private static void compare(Library library) {
        library.method(STRING, BOOL, "equals", both(String::equals), STRING);
        library.method(STRING, BOOL, "equalsIgnoreCase", bothLower(String::equals), STRING);
        library.method(STRING, INTEGER, "compare", both((x, y) -> sign(x.compareTo(y))), STRING);
        library.method(STRING, INTEGER, "caseCompare", bothLower((x, y) -> sign(x.compareTo(y))), STRING);
        library.method(STRING, BOOL, "beginsWith", both(String::startsWith), STRING);
        library.method(STRING, BOOL, "caseBeginsWith", bothLower(String::startsWith), STRING);
        library.method(STRING, BOOL, "endsWith", both(String::endsWith), STRING);
        library.method(STRING, BOOL, "caseEndsWith", bothLower(String::endsWith), STRING);
        library.method(STRING, INTEGER, "find", searched((x, y) -> (long) x.indexOf(y)), STRING);
        library.method(STRING, INTEGER, "findCase", searched((x, y) -> (long) lower(x).indexOf(lower(y))), STRING);
        library.method(STRING, INTEGER, "findLast", searched((x, y) -> (long) x.lastIndexOf(y)), STRING);
    }

    /** A search, which may look at every place with every character of what is sought. */
    private static Builtin.Code searched(BiFunction<String, String, Object> search) {
        return (run, a) -> {
            String text = a.text(0);
            String sought = a.text(1);
            run.meter().move((long) text.length() * Math.max(1, Math.min(sought.length(), text.length() / 2)));
            return search.apply(text, sought);
        };
    }

    private static Long sign(int comparison) {
        return (long) Integer.signum(comparison);
    }

    // ---------------------------------------------------------------- cutting

    private static void cut(Library library) {
        library.mutator(STRING, VOID, "append", (run, a) -> Text.join(a.raw(0), a.raw(1), run.meter()), STRING);
        library.mutator(
                STRING,
                VOID,
                "append",
                (run, a) -> Text.join(a.raw(0), String.valueOf((char) a.integer(1)), run.meter()),
                BYTE);
        library.method(STRING, STRING, "subString", TextLibrary::subString, INTEGER, INTEGER);
        library.method(STRING, STRING, "before", part((x, at, n) -> at < 0 ? x : x.substring(0, at), false), STRING);
        library.method(STRING, STRING, "until", part((x, at, n) -> at < 0 ? x : x.substring(0, at), false), STRING);
        library.method(STRING, STRING, "after", part((x, at, n) -> at < 0 ? "" : x.substring(at + n), false), STRING);
        library.method(STRING, STRING, "beforeLast", part((x, at, n) -> at < 0 ? x : x.substring(0, at), true), STRING);
        library.method(
                STRING, STRING, "afterLast", part((x, at, n) -> at < 0 ? "" : x.substring(at + n), true), STRING);
        library.method(STRING, STRING, "toUpper", text(text -> text.toUpperCase(Locale.ROOT)));
        library.method(STRING, STRING, "toLower", text(TextLibrary::lower));
        library.method(STRING, STRING, "stripLeading", strip(true, false), STRING);
        library.method(STRING, STRING, "stripTrailing", strip(false, true), STRING);
        library.method(STRING, STRING, "stripLeadingAndTrailing", strip(true, true), STRING);
        library.method(STRING, STRING, "stripBoth", strip(true, true), STRING);
        library.method(STRING, STRING, "keepChars", TextLibrary::keepChars, STRING);
        library.method(STRING, STRING, "substitute", TextLibrary::substitute, STRING, STRING);
        library.method(STRING, Lib.STRINGS, "split", TextLibrary::split, STRING);
        library.method(STRING, Lib.STRINGS, "parseCSV", TextLibrary::parseCsv, STRING);
    }

    private static Object subString(Run run, Arguments a) {
        String text = a.text(0);
        int from = Math.min(Lib.index(a.whole(1), Integer.MAX_VALUE), text.length());
        long end = Math.min(from + Math.max(0, a.whole(2)), text.length());
        return Lib.made(run, text.substring(from, (int) end));
    }

    /** A part of a text that a place in it decides. */
    private interface Part {
        String of(String text, int at, int length);
    }

    private static Builtin.Code part(Part part, boolean last) {
        Builtin.Code search = searched((x, y) -> (long) (last ? x.lastIndexOf(y) : x.indexOf(y)));
        return (run, a) -> {
            int at = ((Long) search.call(run, a)).intValue();
            return Lib.made(run, part.of(a.text(0), at, a.text(1).length()));
        };
    }

    private static Builtin.Code strip(boolean leading, boolean trailing) {
        return (run, a) -> {
            String text = a.text(0);
            String characters = a.text(1);
            run.meter().move(text.length() * (long) Math.max(1, characters.length()));
            int from = 0;
            int to = text.length();
            while (leading && from < to && characters.indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            while (trailing && from < to && characters.indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
            return Lib.made(run, text.substring(from, to));
        };
    }

    private static Object keepChars(Run run, Arguments a) {
        String text = a.text(0);
        String kept = a.text(1);
        run.meter().move(text.length() * (long) Math.max(1, kept.length()));
        StringBuilder result = new StringBuilder();
        text.chars().filter(c -> kept.indexOf(c) >= 0).forEach(c -> result.append((char) c));
        return Lib.made(run, result.toString());
    }

    private static Object substitute(Run run, Arguments a) {
        String text = a.text(0);
        String old = a.text(1);
        String replacement = a.text(2);
        if (old.isEmpty()) {
            return text;
        }
        long length = text.length() + occurrences(run, text, old) * (replacement.length() - (long) old.length());
        run.meter().text(length);
        return text.replace(old, replacement);
    }

    private static long occurrences(Run run, String text, String sought) {
        run.meter().move((long) text.length() * Math.max(1, Math.min(sought.length(), text.length() / 2)));
        long number = 0;
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length())) {
            number++;
        }
        return number;
    }

    static Object split(Run run, Arguments a) {
        String text = a.text(0);
        String delimiter = a.text(1);
        run.meter().move((long) text.length() * Math.max(1, Math.min(delimiter.length(), text.length() / 2)));
        if (text.isEmpty()) {
            return Lib.strings(run, List.of());
        }
        if (delimiter.isEmpty()) {
            return Lib.strings(run, List.of(text));
        }
        List<String> parts = new ArrayList<>();
        run.meter().text(text.length());
        int from = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
            parts.add(text.substring(from, at));
            from = at + delimiter.length();
        }
        parts.add(text.substring(from));
        return Lib.strings(run, parts);
    }

    /** The fields of a line; a field in double quotes may hold the delimiter and doubled quotes. */
    private static Object parseCsv(Run run, Arguments a) {
        String line = a.text(0);
        char delimiter = a.text(1).isEmpty() ? ',' : a.text(1).charAt(0);
        run.meter().text(line.length());
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return Lib.strings(run, fields);
    }

    // ---------------------------------------------------------------- converting

    private static void convert(Library library) {
        library.method(STRING, STRING, "toString", (run, a) -> a.raw(0));
        library.method(STRING, INTEGER, "toInteger", (run, a) -> Numbers.whole(a.text(0), INTEGER));
        library.method(STRING, LONG, "toLong", (run, a) -> Numbers.whole(a.text(0), LONG));
        library.method(STRING, FLOAT, "toFloat", (run, a) -> Numbers.real(a.text(0)));
        library.method(STRING, BOOL, "toBool", test(text -> text.equals("1") || text.equalsIgnoreCase("true")));
        library.method(
                STRING,
                Lib.BYTES,
                "toByteArray",
                (run, a) -> Lib.bytes(run, a.text(0).getBytes(StandardCharsets.ISO_8859_1)));
        library.function(STRING, "String", (run, a) -> a.raw(0), STRING);
        library.function(STRING, "String", (run, a) -> Lib.made(run, Values.text(a.raw(0))), INTEGER);
        library.function(STRING, "String", (run, a) -> Lib.made(run, Values.text(a.raw(0))), LONG);
        library.function(STRING, "String", (run, a) -> Lib.made(run, Values.text(a.raw(0))), FLOAT);
        library.function(STRING, "String", (run, a) -> Lib.made(run, Values.text(a.raw(0))), BOOL);
        library.function(
                STRING,
                "String",
                (run, a) -> Lib.made(run, new String(Lib.bytes(run, a.array(0)), StandardCharsets.ISO_8859_1)),
                Lib.BYTES);
    }
}
