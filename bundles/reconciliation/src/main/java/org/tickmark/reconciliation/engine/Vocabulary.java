package org.tickmark.reconciliation.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words with a meaning of their own in texts of payments: those that say how money moved and not whose it was, and those
 * that mark a reversal. Kept folded; read from {@code stop-words.txt} and {@code reversal-words.txt} beside this class.
 */
final class Vocabulary {
    private static final Vocabulary SHARED = new Vocabulary();

    private final Set<String> stopWords = read("stop-words.txt");
    private final Set<String> reversalWords = read("reversal-words.txt");

    private Vocabulary() {}

    /** The words that come with the engine. */
    static Vocabulary shared() {
        return SHARED;
    }

    /** Whether a folded word says nothing of the parties or the matter. */
    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** Whether a folded word marks a reversal. */
    boolean isReversal(String word) {
        return reversalWords.contains(word);
    }

    private static Set<String> read(String resource) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .map(Folding::fold)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
