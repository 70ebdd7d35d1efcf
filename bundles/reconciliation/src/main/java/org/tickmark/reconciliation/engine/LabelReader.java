package org.tickmark.reconciliation.engine;

/**
 * Finds in a text the numbers of which a word says what they are: an invoice's, a payment reference, a month, the second
 * quarter. For one thread; holds nothing of one text when it reads the next.
 */
final class LabelReader {
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 27;
    /** A word and its number are at most so many characters apart. */
    private static final int WIDEST_GAP = 3;
    /** Letters before a number that are a part of it, such as F-1044. */
    private static final int LONGEST_PREFIX = 4;

    private static final int LONGEST_ORDINAL = 2;
    private static final int LONGEST_DAY = 31;
    private static final int YEAR_DIGITS = 4;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2079;
    private static final int DATE_GROUPS = 3;
    private static final int DATE_DIGITS = 8;

    private final LabelWords words = LabelWords.shared();
    private final Runs runs;
    private String label = "";

    LabelReader(Runs runs) {
        this.runs = runs;
    }

    /** Takes what is found. */
    interface Sink {
        /**
         * A number that singles out a document.
         *
         * @param kind {@link LabelWords#INVOICE}, {@link LabelWords#CREDIT} or {@link LabelWords#REFERENCE}
         * @param digits its digits alone, of which there are at least three
         */
        void document(String kind, String digits);

        /** A word that calls for a document's number, but there is none beside it. */
        void bare(String kind);

        /** The number of a month, a year, a quarter, an instalment and so on. */
        void ordinal(String kind, String number);
    }

    /** Reads the text that the runs hold. */
    void read(Sink sink) {
        label = "";
        boolean numbered = false;
        String bare = "";
        int run = 0;
        while (run < runs.count()) {
            if (runs.kind(run) == Runs.Kind.LETTERS) {
                String kind = readWord(run, sink);
                bare = kind.isEmpty() ? bare : kind;
                run++;
            } else {
                int end = readNumber(run, sink);
                numbered |= end > run;
                run = Math.max(end, run + 1);
            }
        }
        if (!numbered && !bare.isEmpty()) {
            sink.bare(bare);
        }
    }

    /** Reads a word; tells which document's number it calls for, or nothing. */
    private String readWord(int run, Sink sink) {
        String kind = words.kind(Folding.word(runs.text(run)));
        if (LabelWords.namesDocument(kind)) {
            label = kind;
            return kind;
        }
        boolean keeps = kind.equals(LabelWords.NUMBER) || kind.equals(LabelWords.AND) || isPrefixOfNumber(run);
        if (!keeps) {
            label = "";
            readOrdinal(run, kind, sink);
        }
        return "";
    }

    private boolean isPrefixOfNumber(int run) {
        return runs.length(run) <= LONGEST_PREFIX && run + 1 < runs.count() && runs.compounds(run + 1);
    }

    private void readOrdinal(int run, String kind, Sink sink) {
        if (kind.startsWith(LabelWords.MONTH)) {
            if (!isDay(run - 1)) {
                sink.ordinal(LabelWords.MONTH, kind);
            }
        } else if (!kind.isEmpty()) {
            if (isOrdinal(run - 1, run)) {
                sink.ordinal(kind, number(run - 1));
            } else if (isOrdinal(run + 1, run + 1)) {
                sink.ordinal(kind, number(run + 1));
            }
        }
    }

    private String number(int run) {
        return KeyReader.withoutLeadingZeros(runs.text(run));
    }

    /** Whether a run is a small number, and near: the gap is the one before a later run. */
    private boolean isOrdinal(int run, int later) {
        return run >= 0
                && run < runs.count()
                && runs.kind(run) == Runs.Kind.DIGITS
                && runs.length(run) <= LONGEST_ORDINAL
                && runs.gap(later) <= WIDEST_GAP;
    }

    /** Whether a run is the day of a month, so that the month after it is a part of a date and not a period. */
    private boolean isDay(int run) {
        return isOrdinal(run, run + 1) && Integer.parseInt(runs.text(run)) <= LONGEST_DAY;
    }

    /** Reads a number; the run after it, or the run itself if it is no number of a document. */
    private int readNumber(int run, Sink sink) {
        String kind = kindOfNumber(run);
        if (kind.isEmpty()) {
            label = "";
            readYear(run, sink);
            return run;
        }
        int end = endOfNumber(run);
        StringBuilder digits = new StringBuilder();
        for (int part = run; part < end; part++) {
            runs.text(part).chars().filter(c -> Runs.isDigit((char) c)).forEach(c -> digits.append((char) c));
        }
        boolean isDate = end - run == DATE_GROUPS && digits.length() <= DATE_DIGITS;
        if (isDate || digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
            return run;
        }
        sink.document(kind, digits.toString());
        label = end < runs.count() && continues(end) ? kind : "";
        return end;
    }

    /** What the word before a number, or glued to its front, says it is. */
    private String kindOfNumber(int run) {
        if (!label.isEmpty() && runs.gap(run) <= WIDEST_GAP) {
            return label;
        }
        int digitsFrom = runs.kind(run) == Runs.Kind.MIXED ? runs.trailingDigits(run) : 0;
        String glued = digitsFrom > 0 ? words.kind(Folding.word(runs.text(run).substring(0, digitsFrom))) : "";
        return LabelWords.namesDocument(glued) ? glued : "";
    }

    /** The run after the parts of a number such as 2026-0118; 1044/1045 are two. */
    private int endOfNumber(int run) {
        int end = run + 1;
        while (end < runs.count() && runs.kind(end) != Runs.Kind.LETTERS && runs.compounds(end) && !isListed(end)) {
            end++;
        }
        return end;
    }

    private boolean isListed(int run) {
        return runs.separator(run) == '/'
                && runs.length(run) >= FEWEST_DIGITS
                && runs.length(run) == runs.length(run - 1)
                && !isYear(run - 1);
    }

    /** Whether what follows a number may be another one of the same kind. */
    private boolean continues(int run) {
        if (runs.kind(run) == Runs.Kind.LETTERS) {
            return words.kind(Folding.word(runs.text(run))).equals(LabelWords.AND);
        }
        return runs.follows(run, ",/+&;");
    }

    private void readYear(int run, Sink sink) {
        boolean apart = !isPart(run) && !isPart(run + 1);
        if (apart && isYear(run)) {
            sink.ordinal(LabelWords.YEAR, runs.text(run));
        }
    }

    private boolean isPart(int run) {
        return run < runs.count() && runs.compounds(run);
    }

    private boolean isYear(int run) {
        if (runs.kind(run) != Runs.Kind.DIGITS || runs.length(run) != YEAR_DIGITS) {
            return false;
        }
        int year = Integer.parseInt(runs.text(run));
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
