package org.tickmark.recurrence.words;

import java.util.Optional;

/** Writes parts as a sentence: each clause that can say something of them, in the grammar's order. For one sentence. */
final class SentenceWriter {
    private final StringBuilder sentence = new StringBuilder();
    private final Dialect dialect;
    private Optional<Clause> before = Optional.empty();

    private SentenceWriter(Dialect dialect) {
        this.dialect = dialect;
    }

    static String write(Dialect dialect, Parts parts) {
        return new SentenceWriter(dialect).write(new Parts(parts));
    }

    private String write(Parts rest) {
        for (Dialect.Spoken spoken : dialect.clauses()) {
            if (spoken.phrase().isWritable() && spoken.clause().writes(rest)) {
                append(spoken.clause(), spoken.phrase().write(spoken.clause().take(rest)));
            }
        }
        if (!rest.isEmpty()) {
            throw new IllegalStateException("no clause says " + rest);
        }
        return sentence.toString();
    }

    private void append(Clause clause, String text) {
        if (before.isEmpty()) {
            sentence.append(text);
        } else if (before.filter(clause::addsTo).isPresent()) {
            sentence.append(' ')
                    .append(dialect.lexicon().first("and"))
                    .append(' ')
                    .append(text);
        } else {
            sentence.append(text.startsWith(",") ? "" : " ").append(text);
        }
        before = Optional.of(clause);
    }
}
