package org.tickmark.reconciliation.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Finds names and words in the texts of an entry. For one thread; holds what was found since the last {@link #clear}. */
final class NameReader {
    /** Letters of a name that must agree before names are compared. */
    static final int START_LENGTH = 8;

    private static final int SHORTEST_WORD = 3;
    /** Letters of a word that count, so that a word cut off by a bank still agrees. */
    private static final int STEM = 5;

    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_NAME = 40;
    /** A word that more names than this begin with is nobody's name cut off. */
    private static final int MANY_NAMES = 8;

    private final Interner interner;
    private final Runs runs;
    private final Vocabulary vocabulary = Vocabulary.shared();
    private final StringBuilder key = new StringBuilder();
    /** The words of the name at hand, with blanks between. */
    private final StringBuilder name = new StringBuilder();

    private final StringBuilder letters = new StringBuilder();

    final IntList nameStarts = new IntList();
    final IntList names = new IntList();
    final IntList words = new IntList();
    /** Names that were seen with the legal form that ends them, or that a ledger keeps. Grows from entry to entry. */
    final BitSet wholeNames = new BitSet();

    final BitSet ledgerNames = new BitSet();
    /** Words that many names begin with. Grows from entry to entry. */
    final BitSet commonWords = new BitSet();

    private final Map<Integer, Integer> namesByFirstWord = new HashMap<>();
    boolean marksReversal;

    NameReader(Interner interner, Runs runs) {
        this.interner = interner;
        this.runs = runs;
    }

    void clear() {
        nameStarts.clear();
        names.clear();
        words.clear();
        marksReversal = false;
    }

    /** Reads the text that the runs hold. */
    void read() {
        name.setLength(0);
        letters.setLength(0);
        for (int run = 0; run < runs.count(); run++) {
            if (runs.kind(run) == Runs.Kind.LETTERS) {
                readWord(Folding.word(runs.text(run)));
            }
        }
        addName();
    }

    /** Remembers that the names found so far are names that a ledger keeps. */
    void areOfLedger() {
        for (int i = 0; i < names.size(); i++) {
            ledgerNames.set(names.get(i));
        }
    }

    private void readWord(String word) {
        if (vocabulary.isReversal(word)) {
            marksReversal = true;
        } else if (vocabulary.isLegalForm(word)) {
            int whole = addName();
            if (whole != KeyReader.NONE) {
                wholeNames.set(whole);
            }
        } else if (!vocabulary.isStopWord(word)) {
            append(word);
            if (word.length() >= SHORTEST_WORD) {
                addOnce(words, intern(KeyReader.WORD, word.substring(0, Math.min(STEM, word.length()))));
            }
        }
    }

    private void append(String word) {
        if (letters.length() < LONGEST_NAME) {
            if (name.length() > 0) {
                name.append(' ');
            }
            name.append(word);
            letters.append(word);
        }
    }

    private int addName() {
        if (letters.length() < SHORTEST_NAME) {
            return KeyReader.NONE;
        }
        int known = interner.size();
        int whole = intern(KeyReader.NAME, name);
        if (whole == known) {
            countFirstWord();
        }
        if (!names.contains(whole)) {
            names.add(whole);
            nameStarts.add(
                    intern(KeyReader.NAME_START, letters.substring(0, Math.min(START_LENGTH, letters.length()))));
        }
        return whole;
    }

    private void countFirstWord() {
        int end = name.indexOf(" ");
        if (end > 0) {
            int word = intern(KeyReader.NAME, name.substring(0, end));
            if (namesByFirstWord.merge(word, 1, Integer::sum) > MANY_NAMES) {
                commonWords.set(word);
            }
        }
    }

    private int intern(char kind, CharSequence text) {
        key.setLength(0);
        return interner.intern(key.append(kind).append(text));
    }

    private static void addOnce(IntList list, int id) {
        if (!list.contains(id)) {
            list.add(id);
        }
    }
}
