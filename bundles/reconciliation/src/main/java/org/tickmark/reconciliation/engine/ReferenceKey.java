package org.tickmark.reconciliation.engine;

/** The kinds of references that rules go by. */
enum ReferenceKey {
    /** A reference proven by its check digit. */
    TYPED("typed-reference") {
        @Override
        Keys keys(Snapshot rows) {
            return rows.typed();
        }

        @Override
        Postings postings(Snapshot rows) {
            return rows.typedPostings();
        }
    },
    /** A number or code found in a reference or text. */
    CAPTURED("captured") {
        @Override
        Keys keys(Snapshot rows) {
            return rows.tokens();
        }

        @Override
        Postings postings(Snapshot rows) {
            return rows.tokenPostings();
        }
    };

    /** A key on more rows than this is no reference of a payment but the number of a customer, an account, a telephone. */
    private static final int COMMON = 8;

    private final String word;

    ReferenceKey(String word) {
        this.word = word;
    }

    /** How rules name it. */
    String word() {
        return word;
    }

    static ReferenceKey of(String word) {
        return word.equals(TYPED.word) ? TYPED : CAPTURED;
    }

    /** The keys of each row. */
    abstract Keys keys(Snapshot rows);

    /** The rows of each key. */
    abstract Postings postings(Snapshot rows);

    /**
     * Which two rows that hold a key may be paired: not those of which words say that their numbers differ; with a common key
     * only those that have something else that agrees; with a weak key only those whose words do not disagree.
     */
    PairFinder.Filter filter(Board board, int key) {
        Relations relations = board.relations();
        Snapshot rows = board.rows();
        if (isCommon(rows, key)) {
            return (left, right) -> relations.of(left, right) == Relations.Verdict.AGREE;
        }
        return (left, right) -> !relations.labelsDisagree(left, right)
                && !(isWeak(rows, key, left, right) && relations.wordsDisagree(left, right));
    }

    /** Whether a key is short, or on both rows made of groups of digits that may have nothing to do with each other. */
    private static boolean isWeak(Snapshot rows, int key, int left, int right) {
        return rows.keyText(key).length() < KeyReader.SHORTEST_TOKEN
                || (rows.joined().has(left, key) && rows.joined().has(right, key));
    }

    /** Whether two rows hold any reference in common. */
    static boolean share(Snapshot rows, int left, int right) {
        return rows.typed().share(left, right) || rows.tokens().share(left, right);
    }

    /** Whether so many rows hold a key that it tells no payment from another. */
    boolean isCommon(Snapshot rows, int key) {
        return postings(rows).count(key) > COMMON;
    }

    /** The key that says most of those that two rows hold: the longest, of these the first by letters. */
    int best(Snapshot rows, int left, int right) {
        Keys keys = keys(rows);
        int best = KeyReader.NONE;
        for (int i = keys.start(left); i < keys.end(left); i++) {
            if (keys.has(right, keys.key(i)) && (best == KeyReader.NONE || saysMore(rows, keys.key(i), best))) {
                best = keys.key(i);
            }
        }
        return best;
    }

    static boolean saysMore(Snapshot rows, int key, int other) {
        String text = rows.keyText(key);
        String otherText = rows.keyText(other);
        int byLength = Integer.compare(text.length(), otherText.length());
        return byLength != 0 ? byLength > 0 : text.compareTo(otherText) < 0;
    }
}
