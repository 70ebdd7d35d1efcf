package org.tickmark.reconciliation.engine;

import org.tickmark.kit.reference.NearMiss;

/**
 * What two rows say of each other: whether their references, names and words agree, disagree or are silent. The same
 * whichever row comes first. Immutable.
 */
final class Relations {
    /** What the texts of two rows say of each other. */
    enum Verdict {
        /** They have something in common that tells one payment from another. */
        AGREE,
        /** One of them says nothing that could be held against the other. */
        SILENT,
        /** Both say something, and it is not the same. */
        DISAGREE
    }

    /** A word on more rows than this, or than one row in so many, tells no matter from another. */
    private static final int COMMON_WORD = 8;

    private static final int COMMON_WORD_PART = 100;

    /** Shorter numbers are near to many. */
    private static final int SHORTEST_DAMAGED = 5;

    private final Snapshot rows;
    private final Parties parties;
    private final Labels labels;

    Relations(Snapshot rows) {
        this.rows = rows;
        this.parties = new Parties(rows);
        this.labels = new Labels(rows);
    }

    /** What two rows say of each other. */
    Verdict of(int left, int right) {
        if (referencesDisagree(left, right)) {
            return Verdict.DISAGREE;
        }
        if (parties.share(left, right)) {
            return Verdict.AGREE;
        }
        return parties.disagree(left, right) ? Verdict.DISAGREE : ofWords(left, right);
    }

    /**
     * Words agree where more than half of those of the row with fewer are in the other, and one of these is not on many rows: a
     * word in common may say little.
     */
    private Verdict ofWords(int left, int right) {
        if (wordsDisagree(left, right)) {
            return Verdict.DISAGREE;
        }
        Keys words = rows.words();
        if (words.isEmpty(left) || words.isEmpty(right)) {
            return haveOtherNumbers(left, right) ? Verdict.DISAGREE : Verdict.SILENT;
        }
        return shareTellingWord(left, right) ? Verdict.AGREE : Verdict.SILENT;
    }

    /** Whether both rows have words, and at most half of those of the row with fewer are in the other. */
    boolean wordsDisagree(int left, int right) {
        Keys words = rows.words();
        int fewer = Math.min(words.count(left), words.count(right));
        return fewer > 0 && words.countShared(left, right) * 2 <= fewer;
    }

    private boolean shareTellingWord(int left, int right) {
        Keys words = rows.words();
        int many = Math.max(COMMON_WORD, rows.size() / COMMON_WORD_PART);
        for (int i = words.start(left); i < words.end(left); i++) {
            if (rows.wordCount(words.key(i)) <= many && words.has(right, words.key(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean haveOtherNumbers(int left, int right) {
        return rows.holdsNumber(left)
                && rows.holdsNumber(right)
                && !rows.tokens().share(left, right)
                && !rows.typed().share(left, right);
    }

    /**
     * Whether both rows name a reference, and not the same one: two proven by check digits, at least one of them from a
     * field of its own, two numbers that are plainly of one series, or two of which words say that they are of one kind. Or both were instructed in another
     * currency, and not in the same one.
     */
    boolean referencesDisagree(int left, int right) {
        if (labelsDisagree(left, right) || rows.originalCurrenciesDiffer(left, right)) {
            return true;
        }
        if (rows.typed().share(left, right)) {
            return false;
        }
        boolean bothTyped = !rows.typed().isEmpty(left)
                && !rows.typed().isEmpty(right)
                && (rows.hasTypedInField(left) || rows.hasTypedInField(right));
        return bothTyped || (!rows.tokens().share(left, right) && namesOfOneSeries(left, right));
    }

    /** Whether words say of numbers of both rows that they are documents, or months and the like, and the numbers are not the same. */
    boolean labelsDisagree(int left, int right) {
        return labels.disagree(left, right);
    }

    /** Whether two rows have the same other side: its account, or a name of which one is the beginning of the other. */
    boolean sharesParty(int left, int right) {
        return parties.share(left, right);
    }

    /** What shows that two rows have the same other side: its account, else its name; {@link KeyReader#NONE} if nothing does. */
    int sharedParty(int left, int right) {
        return parties.shared(left, right);
    }

    /** The number of the other row that a number of this row is nearly, or the other way round; {@link KeyReader#NONE} if there is none. */
    int damagedNumber(int row, int other) {
        Keys tokens = rows.tokens();
        for (int i = tokens.start(row); i < tokens.end(row); i++) {
            for (int j = tokens.start(other); j < tokens.end(other); j++) {
                if (isNearMiss(rows.keyText(tokens.key(i)), rows.keyText(tokens.key(j)))) {
                    return tokens.key(j);
                }
            }
        }
        return KeyReader.NONE;
    }

    private static boolean isNearMiss(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_DAMAGED
                && NearMiss.between(one, other).isPresent();
    }

    private boolean namesOfOneSeries(int left, int right) {
        Keys tokens = rows.tokens();
        for (int i = tokens.start(left); i < tokens.end(left); i++) {
            for (int j = tokens.start(right); j < tokens.end(right); j++) {
                if (Series.isOne(rows.keyText(tokens.key(i)), rows.keyText(tokens.key(j)))) {
                    return true;
                }
            }
        }
        return false;
    }
}
