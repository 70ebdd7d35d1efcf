package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Cuts a sentence into clauses, in whatever order they stand. For one sentence. */
final class SentenceReader {
    /** No rule needs as many; what says more is not worth the time. */
    private static final int MOST_CLAUSES = 30;

    private final Dialect dialect;
    private final Tokens tokens;
    private final Reader reader;
    private final BitSet hopeless = new BitSet();

    SentenceReader(Dialect dialect, Tokens tokens) {
        this.dialect = dialect;
        this.tokens = tokens;
        this.reader = new Reader(tokens);
    }

    /**
     * A clause that was read.
     *
     * @param start the index of its first token
     * @param end the index after its last token
     */
    record Step(Clause clause, Values values, int start, int end) {}

    /** The clauses of the whole text, in its order; empty if it cannot be cut into clauses. */
    Optional<List<Step>> read() {
        List<Step> steps = new ArrayList<>();
        boolean whole = read(0, MOST_CLAUSES, steps);
        Collections.reverse(steps);
        return whole ? Optional.of(steps) : Optional.empty();
    }

    /** How far any attempt got, and what it missed there. */
    Reader reader() {
        return reader;
    }

    /** Reads to the end and adds the steps, the last one first. */
    private boolean read(int from, int left, List<Step> steps) {
        int at = afterJoints(from);
        if (at >= tokens.size()) {
            return from > 0;
        }
        if (left == 0 || hopeless.get(at)) {
            return false;
        }
        reader.missed(at, "");
        for (Dialect.Start start : dialect.starts(tokens.get(at).folded())) {
            for (Match<Values> match : matches(start, at)) {
                if (match.end() > at && read(match.end(), left - 1, steps)) {
                    steps.add(new Step(start.spoken().clause(), match.value(), at, match.end()));
                    return true;
                }
            }
        }
        hopeless.set(at);
        return false;
    }

    private List<Match<Values>> matches(Dialect.Start start, int at) {
        List<Match<Values>> matches = new ArrayList<>();
        start.spoken().phrase().read(start.template(), reader, at, matches);
        return matches;
    }

    private int afterJoints(int from) {
        int at = from;
        while (at < tokens.size() && (dialect.isJoint(tokens.get(at).folded()) || isFullStop(at))) {
            at++;
        }
        return at;
    }

    private boolean isFullStop(int at) {
        return at == tokens.size() - 1 && tokens.is(at, ".");
    }
}
