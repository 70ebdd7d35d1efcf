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

    private static final int SHORTEST_SERIES = 5;
    /** Shorter numbers are near to many. */
    private static final int SHORTEST_DAMAGED = 5;

    private final Snapshot rows;

    Relations(Snapshot rows) {
        this.rows = rows;
    }

    /** What two rows say of each other. */
    Verdict of(int left, int right) {
        if (referencesDisagree(left, right)) {
            return Verdict.DISAGREE;
        }
        if (sharesParty(left, right)) {
            return Verdict.AGREE;
        }
        return ofWords(left, right);
    }

    /** Words agree where more than half of those of the row with fewer are in the other: a word in common may say little. */
    private Verdict ofWords(int left, int right) {
        Keys words = rows.words();
        int fewer = Math.min(words.count(left), words.count(right));
        if (words.countShared(left, right) * 2 > fewer) {
            return Verdict.AGREE;
        }
        boolean othersNumber = rows.holdsNumber(left)
                && rows.holdsNumber(right)
                && !rows.tokens().share(left, right)
                && !rows.typed().share(left, right);
        return fewer == 0 && !othersNumber ? Verdict.SILENT : Verdict.DISAGREE;
    }

    /**
     * Whether both rows name a reference, and not the same one: two proven by check digits, at least one of them from a
     * field of its own, or two numbers that are plainly of one series.
     */
    boolean referencesDisagree(int left, int right) {
        if (rows.typed().share(left, right)) {
            return false;
        }
        boolean bothTyped = !rows.typed().isEmpty(left)
                && !rows.typed().isEmpty(right)
                && (rows.hasTypedInField(left) || rows.hasTypedInField(right));
        return bothTyped || (!rows.tokens().share(left, right) && namesOfOneSeries(left, right));
    }

    /** Whether two rows have the same other side: its account, or a name of which one is the beginning of the other. */
    boolean sharesParty(int left, int right) {
        return sharedParty(left, right) != KeyReader.NONE;
    }

    /** What shows that two rows have the same other side: its account, else its name; {@link KeyReader#NONE} if nothing does. */
    int sharedParty(int left, int right) {
        int account = rows.account(left);
        return account != KeyReader.NONE && account == rows.account(right) ? account : sharedName(left, right);
    }

    /** The name that two rows share: of those that begin another, the longest; {@link KeyReader#NONE} if there is none. */
    private int sharedName(int left, int right) {
        Keys names = rows.names();
        int best = KeyReader.NONE;
        for (int i = names.start(left); i < names.end(left); i++) {
            for (int j = names.start(right); j < names.end(right); j++) {
                int shared = shorter(names.key(i), names.key(j));
                if (isSameName(names.key(i), names.key(j))
                        && (best == KeyReader.NONE || ReferenceKey.saysMore(rows, shared, best))) {
                    best = shared;
                }
            }
        }
        return best;
    }

    private int shorter(int left, int right) {
        return rows.keyText(left).length() <= rows.keyText(right).length() ? left : right;
    }

    private boolean isSameName(int left, int right) {
        if (left == right) {
            return true;
        }
        String one = rows.keyText(left);
        String other = rows.keyText(right);
        int shorter = Math.min(one.length(), other.length());
        return shorter >= KeyReader.NAME_START_LENGTH && one.regionMatches(0, other, 0, shorter);
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
                String one = rows.keyText(tokens.key(i));
                String other = rows.keyText(tokens.key(j));
                if (areOfOneSeries(one, other) && isTyped(left, one) == isTyped(right, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A number with a check digit beside one without is a damaged copy more likely than its neighbour. */
    private boolean isTyped(int row, String number) {
        Keys typed = rows.typed();
        for (int i = typed.start(row); i < typed.end(row); i++) {
            if (rows.keyText(typed.key(i)).equals(number)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two numbers look as if the same hand had given them: as long, letters and digits in the same places, half in common. */
    static boolean areOfOneSeries(String one, String other) {
        int length = one.length();
        if (length < SHORTEST_SERIES || other.length() != length || one.equals(other)) {
            return false;
        }
        int common = 0;
        while (one.charAt(common) == other.charAt(common)) {
            common++;
        }
        if (common * 2 < length) {
            return false;
        }
        for (int i = common; i < length; i++) {
            if (Runs.isDigit(one.charAt(i)) != Runs.isDigit(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
