package org.tickmark.recurrence.words;

import java.util.LinkedHashSet;
import java.util.Set;

/** A text being read: its tokens, and how far any attempt got. For one thread. */
final class Reader {
    private final Tokens tokens;
    private final Set<String> expected = new LinkedHashSet<>();
    private int furthest;
    private int refused = -1;

    Reader(Tokens tokens) {
        this.tokens = tokens;
    }

    Tokens tokens() {
        return tokens;
    }

    /** Whether the token reads like this word; if not, the word was expected there. */
    boolean reads(int at, String folded) {
        if (tokens.is(at, folded)) {
            return true;
        }
        missed(at, folded);
        return false;
    }

    /** Notes that something else was expected at the token. */
    void missed(int at, String word) {
        if (at > furthest) {
            furthest = at;
            expected.clear();
        }
        if (at == furthest) {
            expected.add(word);
        }
    }

    /** Notes a value that has the right form and is none, such as 30 February. */
    void refused(int at) {
        refused = Math.max(refused, at);
    }

    /** The index of the token to blame: the last value that is none, else the first token that no attempt got over. */
    int blamed() {
        return refused >= 0 ? refused : furthest;
    }

    /** The folded words that would have been understood at the first token that no attempt got over. */
    Set<String> expected() {
        return expected;
    }
}
