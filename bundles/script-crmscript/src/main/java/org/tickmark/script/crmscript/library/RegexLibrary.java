package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Meter;
import org.tickmark.script.crmscript.value.Run;

/** {@code regexp}: the first match of a pattern, with its groups. */
final class RegexLibrary {
    private static final int LONGEST = 10_000;

    private RegexLibrary() {}

    static void addTo(Library library) {
        library.method(STRING, Lib.STRINGS, "regexp", RegexLibrary::match, STRING);
    }

    private static Object match(Run run, Arguments a) {
        String pattern = a.text(1);
        if (pattern.length() > LONGEST) {
            throw Lib.unreadable(pattern, "≤ " + LONGEST);
        }
        run.meter().work(pattern.length());
        run.meter().text(pattern.length() * 20L);
        Matcher matcher = compiled(pattern).matcher(new Watched(a.text(0), run.meter()));
        List<String> groups = new ArrayList<>();
        if (matcher.find()) {
            for (int i = 0; i <= matcher.groupCount(); i++) {
                groups.add(matcher.group(i) == null ? "" : matcher.group(i));
            }
        }
        return Lib.strings(run, groups);
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw Lib.unreadable(pattern, "regular expression: " + e.getDescription());
        }
    }

    /** A text that counts how often it is looked at, so that a pattern that tries for ever comes to an end. */
    private static final class Watched implements CharSequence {
        private static final int LOOKS_PER_STEP = 16;

        private final String text;
        private final Meter meter;
        private int looks;

        Watched(String text, Meter meter) {
            this.text = text;
            this.meter = meter;
        }

        @Override
        public char charAt(int index) {
            if (++looks == LOOKS_PER_STEP) {
                looks = 0;
                meter.step();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
