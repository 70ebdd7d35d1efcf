package org.tickmark.reconciliation.engine;

/** Compares the numbers of rows of which words say what they are. Immutable. */
final class Labels {
    /** Digits of a number that may be a part of a longer one. */
    private static final int SHORTEST_PART = 4;

    private final Snapshot rows;

    Labels(Snapshot rows) {
        this.rows = rows;
    }

    /**
     * Whether words say of numbers of both rows that they are of one kind, and none of these is the same. Documents are compared
     * across kinds too, if their numbers are of one series; not at all if the rows have the number of a document in common.
     */
    boolean disagree(int left, int right) {
        if (rows.labels().isEmpty(left) || rows.labels().isEmpty(right)) {
            return false;
        }
        return ordinalsDisagree(left, right) || documentsDisagree(left, right);
    }

    private boolean isDocument(int kind) {
        return LabelWords.namesDocument(rows.keyText(kind));
    }

    private boolean ordinalsDisagree(int left, int right) {
        for (int i = rows.labels().start(left); i < rows.labels().end(left); i++) {
            int kind = rows.labelKinds().key(i);
            if (!isDocument(kind) && rows.labelKinds().has(right, kind) && !shareOrdinal(left, right, kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean shareOrdinal(int left, int right, int kind) {
        for (int i = rows.labels().start(left); i < rows.labels().end(left); i++) {
            for (int j = rows.labels().start(right); j < rows.labels().end(right); j++) {
                if (rows.labelKinds().key(i) == kind
                        && rows.labelKinds().key(j) == kind
                        && rows.labels().key(i) == rows.labels().key(j)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean documentsDisagree(int left, int right) {
        if (rows.documents().share(left, right)) {
            return false;
        }
        boolean speakOfTheSame = false;
        for (int i = rows.labels().start(left); i < rows.labels().end(left); i++) {
            for (int j = rows.labels().start(right); j < rows.labels().end(right); j++) {
                int kind = rows.labelKinds().key(i);
                int otherKind = rows.labelKinds().key(j);
                if (isDocument(kind) && isDocument(otherKind)) {
                    String number = rows.keyText(rows.labels().key(i));
                    String otherNumber = rows.keyText(rows.labels().key(j));
                    if (isPart(number, otherNumber)) {
                        return false;
                    }
                    speakOfTheSame |= kind == otherKind || Series.isOne(number, otherNumber);
                }
            }
        }
        return speakOfTheSame;
    }

    /** A document's number may stand inside a longer one that names its year or its customer too. */
    private static boolean isPart(String one, String other) {
        return one.equals(other)
                || (Math.min(one.length(), other.length()) >= SHORTEST_PART
                        && (one.contains(other) || other.contains(one)));
    }
}
