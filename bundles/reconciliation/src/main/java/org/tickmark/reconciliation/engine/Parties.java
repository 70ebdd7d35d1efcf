package org.tickmark.reconciliation.engine;

/** Whether rows have the same other side: by its account, or by its name. Immutable. */
final class Parties {
    private final Snapshot rows;

    Parties(Snapshot rows) {
        this.rows = rows;
    }

    /** Whether two rows have the same other side: its account, or a name that one of them may have cut off. */
    boolean share(int left, int right) {
        return shared(left, right) != KeyReader.NONE;
    }

    /** What shows that two rows have the same other side: its account, else its name; {@link KeyReader#NONE} if nothing does. */
    int shared(int left, int right) {
        int account = rows.account(left);
        return account != KeyReader.NONE && account == rows.account(right) ? account : sharedName(left, right);
    }

    /** Whether both rows name a party as whole, and none of these is the same: not even if most of their words are. */
    boolean disagree(int left, int right) {
        return hasWholeName(left) && hasWholeName(right) && sharedName(left, right) == KeyReader.NONE;
    }

    private boolean hasWholeName(int row) {
        Keys names = rows.names();
        for (int i = names.start(row); i < names.end(row); i++) {
            if (isWhole(names.key(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole(int name) {
        return rows.isWholeName(name) || rows.isLedgerName(name);
    }

    /** The name that two rows share: of those that begin another, the longest; {@link KeyReader#NONE} if there is none. */
    private int sharedName(int left, int right) {
        Keys names = rows.names();
        int best = KeyReader.NONE;
        for (int i = names.start(left); i < names.end(left); i++) {
            for (int j = names.start(right); j < names.end(right); j++) {
                int shared = shared(names.key(i), rows.keyText(names.key(i)), names.key(j), rows.keyText(names.key(j)));
                if (shared != KeyReader.NONE && (best == KeyReader.NONE || ReferenceKey.saysMore(rows, shared, best))) {
                    best = shared;
                }
            }
        }
        return best;
    }

    private int shared(int one, String name, int other, String otherName) {
        if (one == other) {
            return one;
        }
        return letters(name) <= letters(otherName)
                ? begins(one, name, otherName) || ends(name, other, otherName) ? one : KeyReader.NONE
                : begins(other, otherName, name) || ends(otherName, one, name) ? other : KeyReader.NONE;
    }

    /** Whether a text, which is no party's name itself, ends with a name: what was bought may stand before who sold it. */
    private boolean ends(String name, int longer, String text) {
        return letters(name) >= NameReader.START_LENGTH && text.endsWith(" " + name) && !rows.isLedgerName(longer);
    }

    private static int letters(String name) {
        int letters = 0;
        for (int i = 0; i < name.length(); i++) {
            letters += name.charAt(i) == ' ' ? 0 : 1;
        }
        return letters;
    }

    /**
     * Whether a name is the beginning of another, or the same but for blanks. One that ends inside a word of the other was cut
     * off, unless it is known to be whole; one that ends with a word was cut off or is short for the other, unless its legal
     * form stood behind it, or it is a word that many names begin with.
     */
    private boolean begins(int shorter, String name, String longer) {
        int at = 0;
        int letters = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != ' ') {
                at += at < longer.length() && longer.charAt(at) == ' ' ? 1 : 0;
                if (at == longer.length() || longer.charAt(at) != name.charAt(i)) {
                    return false;
                }
                at++;
                letters++;
            }
        }
        if (at == longer.length()) {
            return true;
        }
        boolean another =
                longer.charAt(at) == ' ' ? rows.isWholeName(shorter) || rows.isCommonWord(shorter) : isWhole(shorter);
        return letters >= NameReader.START_LENGTH && !another;
    }
}
