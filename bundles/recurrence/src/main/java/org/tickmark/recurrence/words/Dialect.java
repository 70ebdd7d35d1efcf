package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shared grammar with the phrases of one language. Immutable. */
final class Dialect {
    private static final Map<Language, Dialect> DIALECTS = load();

    private final Lexicon lexicon;
    private final List<Spoken> clauses;
    private final Map<String, List<Start>> byFirstWord = new HashMap<>();
    private final List<Start> withoutFirstWord = new ArrayList<>();
    private final Set<String> joints;

    /** A clause with its phrase. */
    record Spoken(Clause clause, Phrase phrase) {}

    /** A template with which a clause may begin. */
    record Start(Spoken spoken, Template template) {}

    private Dialect(Language language) {
        lexicon = Lexicon.load(language.code());
        Vocabulary vocabulary = new Vocabulary(lexicon);
        clauses = Grammar.CLAUSES.stream()
                .map(clause -> new Spoken(clause, vocabulary.phrase(clause.key())))
                .toList();
        joints = Set.copyOf(lexicon.folded("and"));
        index();
    }

    private static Map<Language, Dialect> load() {
        Map<Language, Dialect> dialects = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            dialects.put(language, new Dialect(language));
        }
        return dialects;
    }

    static Dialect of(Language language) {
        return DIALECTS.get(language);
    }

    /** Lists each template under its first word, and the ones that begin with a slot under every word, in the grammar's order. */
    private void index() {
        for (Spoken spoken : clauses) {
            for (Template template : spoken.phrase().templates()) {
                Start start = new Start(spoken, template);
                if (template.pieces().get(0) instanceof Template.Piece.Word word) {
                    byFirstWord
                            .computeIfAbsent(word.folded(), w -> new ArrayList<>(withoutFirstWord))
                            .add(start);
                } else {
                    withoutFirstWord.add(start);
                    byFirstWord.values().forEach(starts -> starts.add(start));
                }
            }
        }
    }

    Lexicon lexicon() {
        return lexicon;
    }

    List<Spoken> clauses() {
        return clauses;
    }

    /** What may begin with the word, in the grammar's order. */
    List<Start> starts(String folded) {
        return byFirstWord.getOrDefault(folded, withoutFirstWord);
    }

    /** The words that some clause begins with. */
    Set<String> firstWords() {
        return byFirstWord.keySet();
    }

    /** Whether the token only joins clauses. */
    boolean isJoint(String folded) {
        return folded.equals(",") || folded.equals(";") || joints.contains(folded);
    }
}
