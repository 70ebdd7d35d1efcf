package org.tickmark.console.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of the command in a shell line that is being written, up to the cursor.
 *
 * @param before the whole words; {@code scope:verb} counts as two
 * @param last the beginning of the word at the cursor; may be empty
 */
public record LineWords(List<String> before, String last) {
    /** Characters after which another command begins. */
    private static final String SEPARATORS = "|;&({\n";

    public LineWords {
        before = List.copyOf(before);
    }

    /**
     * Reads the words.
     *
     * @param line the line so far
     * @param cursor index in the line, from 0 to its length
     */
    public static LineWords upTo(String line, int cursor) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (char c :
                line.substring(0, Math.max(0, Math.min(cursor, line.length()))).toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                begun = true;
            } else if (SEPARATORS.indexOf(c) >= 0) {
                words.clear();
                word.setLength(0);
                begun = false;
            } else if (c == ' ' || c == '\t') {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                word.append(c);
                begun = true;
            }
        }
        return new LineWords(withoutColon(words), word.toString());
    }

    private static List<String> withoutColon(List<String> words) {
        if (words.isEmpty() || words.get(0).indexOf(':') < 0) {
            return words;
        }
        List<String> split = new ArrayList<>(List.of(words.get(0).split(":", 2)));
        if (split.get(0).equals("tickmark")) {
            split.remove(0);
        }
        split.addAll(words.subList(1, words.size()));
        return split;
    }
}
