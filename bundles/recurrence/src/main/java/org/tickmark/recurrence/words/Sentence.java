package org.tickmark.recurrence.words;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tickmark.recurrence.form.RuleForm;

/** A sentence that is read. For one thread. */
final class Sentence {
    /** Longer than any rule that is written with all its lists full. */
    private static final int LONGEST = 20_000;

    private final Hints hints;
    private final Dialect dialect;
    private final String text;

    Sentence(Hints hints, String text) {
        this.hints = hints;
        this.dialect = hints.dialect();
        this.text = text;
    }

    Reading read() {
        if (text.length() > LONGEST) {
            return refused("tooLong", text.substring(0, 20) + "…", 0, List.of());
        }
        Tokens tokens = Tokens.of(text);
        if (tokens.size() == 0) {
            return refused("empty", "", 0, hints.examples());
        }
        SentenceReader reader = new SentenceReader(dialect, tokens);
        Optional<List<SentenceReader.Step>> steps = reader.read();
        return steps.map(read -> meaning(tokens, read)).orElseGet(() -> notRead(tokens, reader.reader()));
    }

    private Reading meaning(Tokens tokens, List<SentenceReader.Step> steps) {
        Parts parts = new Parts();
        Map<Part<?>, SentenceReader.Step> saidBy = new HashMap<>();
        for (SentenceReader.Step step : steps) {
            try {
                for (Clause.Said said : step.clause().said(step.values())) {
                    saidBy.put(said.part(), step);
                    if (!said.addedTo().test(parts)) {
                        return refused(tokens, step, "contradiction", List.of());
                    }
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                return refused(tokens, step, "period", List.of());
            }
        }
        try {
            RuleForm form = FormOfParts.of(parts);
            return new Reading.Understood(form);
        } catch (FormOfParts.NoRule e) {
            SentenceReader.Step step = saidBy.getOrDefault(e.problem().part(), steps.get(0));
            return refused(tokens, step, e.problem().kind(), examples(e.problem(), parts));
        }
    }

    private List<String> examples(Problem problem, Parts parts) {
        return switch (problem.kind()) {
            case "ambiguous" -> hints.bothReadings(parts);
            case "noTime" -> hints.times();
            case "noMonth" -> hints.dates();
            case "noDays" -> hints.examples();
            default -> List.of();
        };
    }

    private Reading notRead(Tokens tokens, Reader reader) {
        int at = reader.blamed();
        if (at >= tokens.size()) {
            return refused("incomplete", "", text.length(), hints.examples());
        }
        Token token = tokens.get(at);
        Set<String> expected = new TreeSet<>(reader.expected());
        if (expected.remove("")) {
            expected.addAll(dialect.firstWords());
        }
        List<String> instead = hints.instead(tokens, token, expected, this::isUnderstood);
        return refused("unknown", text.substring(token.start(), token.end()), token.start(), instead);
    }

    private boolean isUnderstood(String other) {
        Tokens tokens = Tokens.of(other);
        Optional<List<SentenceReader.Step>> steps = new SentenceReader(dialect, tokens).read();
        return steps.isPresent()
                && new Sentence(hints, other).meaning(tokens, steps.get()) instanceof Reading.Understood;
    }

    private Reading refused(Tokens tokens, SentenceReader.Step step, String kind, List<String> examples) {
        int start = tokens.get(step.start()).start();
        String words = text.substring(start, tokens.get(step.end() - 1).end());
        return refused(kind, words, start, examples);
    }

    private Reading refused(String kind, String word, int position, List<String> examples) {
        Map<String, String> places =
                Map.of("word", word, "examples", String.join("; ", examples), "limit", Integer.toString(LONGEST));
        String message = dialect.lexicon().text("message." + kind, places);
        return new Reading.NotUnderstood(text, position, word, message, examples);
    }
}
