package org.tickmark.importer.csv.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which styles of cells show numbers as days or times (ECMA-376 part 1, 18.8.30). For one thread.
 */
final class NumberFormats {
    /** What of a format's code is shown as it stands, or is no letter of a day: texts, escapes, fillers, colours, currencies and conditions. */
    private static final Pattern OTHER =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY_OR_TIME = Pattern.compile("[ydhms]");

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();

    /** Adds a format that the workbook defines. */
    void define(int format, String code) {
        codes.put(format, code);
    }

    /** Adds the next style of cells. */
    void addStyle(int format) {
        styles.add(format);
    }

    int size() {
        return codes.size() + styles.size();
    }

    /** Whether numbers in cells of this style are shown as days or times. */
    boolean isDay(int style) {
        if (style < 0 || style >= styles.size()) {
            return false;
        }
        int format = styles.get(style);
        String code = codes.get(format);
        return code == null ? isBuiltInDay(format) : isDay(code);
    }

    /** The formats that no workbook defines: those of every language, then those of the East Asian ones. */
    private static boolean isBuiltInDay(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 45 && format <= 47)
                || (format >= 27 && format <= 36)
                || (format >= 50 && format <= 58);
    }

    /** Whether a code shows days or times; its first section, that of positive numbers, tells. */
    static boolean isDay(String code) {
        String plain = OTHER.matcher(code).replaceAll("");
        int end = plain.indexOf(';');
        String first = (end < 0 ? plain : plain.substring(0, end)).toLowerCase(Locale.ROOT);
        return !first.equals("general") && DAY_OR_TIME.matcher(first).find();
    }
}
