package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.List;

/**
 * A phrase of a language: words, {@code {slots}} and {@code [words that may be missing]}. Immutable.
 *
 * <p>A slot is named after the part it says, with a variant after a colon where the language says it in another way there.
 */
final class Template {
    private final String source;
    private final List<Piece> pieces;

    private Template(String source, List<Piece> pieces) {
        this.source = source;
        this.pieces = pieces;
    }

    /** A piece of a template. */
    sealed interface Piece {
        /** A word or sign, folded. */
        record Word(String folded) implements Piece {}

        /** A place for a value. */
        record Place(String name, String variant) implements Piece {}

        /** Pieces that may be missing. */
        record Perhaps(List<Piece> pieces) implements Piece {}
    }

    static Template of(String source) {
        return new Template(source, pieces(source));
    }

    private static List<Piece> pieces(String source) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            int end = at;
            if (c == '{') {
                end = source.indexOf('}', at);
                pieces.add(place(source.substring(at + 1, end)));
                end++;
            } else if (c == '[') {
                end = source.indexOf(']', at);
                pieces.add(new Piece.Perhaps(pieces(source.substring(at + 1, end))));
                end++;
            } else {
                while (end < source.length() && "{[".indexOf(source.charAt(end)) < 0) {
                    end++;
                }
                addWords(source.substring(at, end), pieces);
            }
            at = end;
        }
        return List.copyOf(pieces);
    }

    private static Piece place(String inside) {
        int colon = inside.indexOf(':');
        return colon < 0
                ? new Piece.Place(inside, "")
                : new Piece.Place(inside.substring(0, colon), inside.substring(colon + 1));
    }

    private static void addWords(String words, List<Piece> pieces) {
        Tokens tokens = Tokens.of(words);
        for (int i = 0; i < tokens.size(); i++) {
            pieces.add(new Piece.Word(tokens.get(i).folded()));
        }
    }

    String source() {
        return source;
    }

    List<Piece> pieces() {
        return pieces;
    }
}
