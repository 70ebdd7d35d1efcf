package org.tickmark.reconciliation.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words with a meaning of their own in texts of payments: those that say how money moved and not whose it was, those
 * that mark a reversal, and those that end a company's name. Kept folded; read from {@code stop-words.txt},
 * {@code reversal-words.txt} and {@code legal-forms.txt} beside this class. Immutable.
 */
final class Vocabulary {
    private static final Vocabulary SHARED = new Vocabulary();

    private final Set<String> stopWords = read("stop-words.txt");
    private final Set<String> reversalWords = read("reversal-words.txt");
    private final Set<String> legalForms = read("legal-forms.txt");

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

    /** Whether a folded word ends the name of a company. */
    boolean isLegalForm(String word) {
        return legalForms.contains(word);
    }

    private static Set<String> read(String resource) {
        return lines(resource).stream().flatMap(line -> words(line).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The lines of a resource beside this class, without comments and empty ones. */
    static List<String> lines(String resource) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The words of a line, folded. */
    static List<String> words(String line) {
        return Arrays.stream(line.strip().split("\\s+")).map(Folding::word).toList();
    }
}
