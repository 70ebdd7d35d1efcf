package org.tickmark.importer.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a column.
 *
 * @param raw as the file has it
 * @param folded as it compares
 * @param bare the same without parentheses, a currency and a number at its end
 * @param currency the currency that it names, if any
 */
record Heading(String raw, String folded, String bare, Optional<String> currency) {
    private static final Pattern PARENTHESES = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final String NUMBER = "nr";
    private static final int LONGEST = 60;
    private static final List<String> LINKS = List.of("in", "i", "en");

    /** The name in a cell; one that is too long for a name compares with none. */
    static Heading of(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST) {
            return new Heading(raw, "", "", Optional.empty());
        }
        if (raw.equals("#")) {
            return new Heading(raw, NUMBER, NUMBER, Optional.empty());
        }
        List<String> words =
                new ArrayList<>(List.of(Words.fold(withoutParentheses(raw)).split(" ")));
        Optional<String> currency = Arrays.stream(Words.fold(raw).split(" "))
                .flatMap(word -> code(word).stream())
                .findFirst();
        words.removeIf(word -> code(word).isPresent());
        while (words.size() > 1 && (LINKS.contains(last(words)) || last(words).matches("\\d+"))) {
            words.remove(words.size() - 1);
        }
        return new Heading(raw, Words.fold(raw), String.join(" ", words), currency);
    }

    private static String withoutParentheses(String raw) {
        return PARENTHESES.matcher(raw).replaceAll(" ");
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    private static Optional<String> code(String word) {
        return word.length() < 3 ? Optional.empty() : Currencies.code(word).filter(Currencies::isCommon);
    }

    /** The words of the bare name. */
    List<String> words() {
        return List.of(bare.split(" "));
    }

    /** Whether its last word is one of these endings, or ends with one. */
    boolean endsWith(Iterable<String> endings) {
        String last = last(words());
        for (String ending : endings) {
            if (last.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of its words is, or begins with, one of these. */
    boolean holdsAny(Iterable<String> others) {
        for (String word : words()) {
            for (String other : others) {
                if (word.equals(other) || (other.length() > 3 && word.startsWith(other))) {
                    return true;
                }
            }
        }
        return false;
    }
}
