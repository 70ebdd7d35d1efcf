package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.List;
import org.tickmark.api.importer.Reference;

/**
 * Finds in an entry what can tie it to another: typed references, tokens, names, words. Everything found gets a number
 * from one {@link Interner}, under a prefix that tells its kind, so that a token never equals a name. For one thread; holds
 * what the last {@link #read} found.
 */
final class KeyReader {
    /** A reference that its own check digit proves. */
    static final char TYPED = 'T';
    /** A run of letters and digits, or joined digits, long enough to be no accident. */
    static final char TOKEN = 'K';
    /** A reference from a field of its own that is too short to be trusted in free text. */
    static final char SHORT = 'S';

    static final char ACCOUNT = 'A';
    static final char NAME_START = 'P';
    static final char NAME = 'N';
    static final char WORD = 'W';

    static final int NONE = -1;

    private static final int SHORTEST_TOKEN = 6;
    private static final int SHORTEST_FIELD = 3;
    private static final int SHORTEST_TYPED_IN_FIELD = 4;
    private static final int SHORTEST_TYPED_IN_TEXT = 5;
    private static final int LONGEST_REFERENCE = 27;
    private static final int SHORTEST_ACCOUNT = 5;
    private static final int SHORTEST_WORD = 3;
    /** Letters of a word that count, so that a word cut off by a bank still agrees. */
    private static final int STEM = 5;
    /** Letters of a name that must agree before names are compared. */
    static final int NAME_START_LENGTH = 8;

    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_NAME = 40;
    /** More digit runs in a row than this are no number in groups but a table. */
    private static final int MOST_GROUPS = 6;

    private final Interner interner;
    private final Vocabulary vocabulary = Vocabulary.shared();
    private final Runs runs = new Runs();
    private final StringBuilder key = new StringBuilder();
    private final StringBuilder name = new StringBuilder();

    final IntList typed = new IntList();
    final IntList tokens = new IntList();
    final IntList nameStarts = new IntList();
    final IntList names = new IntList();
    final IntList words = new IntList();
    int account;
    boolean typedInField;
    boolean holdsNumber;
    boolean marksReversal;

    private int day;
    private String wholeAmount;
    private String minorAmount;

    KeyReader(Interner interner) {
        this.interner = interner;
    }

    /** Reads an entry. */
    void read(Entry entry) {
        clear();
        day = (int) entry.bookingDate().toEpochDay();
        rememberAmount(entry.amount());
        readReferences(entry.references());
        typedInField = !typed.isEmpty();
        account = account(entry.partyAccount());
        readName(entry.party());
        entry.text().lines().forEach(this::readText);
        holdsNumber = !typed.isEmpty() || !tokens.isEmpty();
        readTokens(entry.bankReference());
    }

    private void clear() {
        typed.clear();
        tokens.clear();
        nameStarts.clear();
        names.clear();
        words.clear();
        marksReversal = false;
    }

    private void rememberAmount(BigDecimal amount) {
        BigDecimal size = amount.abs();
        wholeAmount = size.toBigInteger().toString();
        minorAmount = size.movePointRight(2).toBigInteger().toString();
    }

    private void readReferences(List<Reference> references) {
        for (Reference reference : references) {
            runs.scan(reference.value());
            findNumbers(SHORTEST_TYPED_IN_FIELD);
            findWholeField();
        }
    }

    private void readName(String party) {
        if (!party.isEmpty()) {
            runs.scan(party);
            findName();
        }
    }

    private void readText(String line) {
        runs.scan(line);
        findNumbers(SHORTEST_TYPED_IN_TEXT);
        findName();
    }

    /** The bank's own reference may stand in the ledger's text; it is nobody's creditor reference. */
    private void readTokens(String bankReference) {
        if (!bankReference.isEmpty()) {
            int typedBefore = typed.size();
            runs.scan(bankReference);
            findNumbers(LONGEST_REFERENCE);
            typed.shrink(typedBefore);
        }
    }

    private int account(String number) {
        runs.scan(number);
        String joined = runs.joined();
        return joined.length() < SHORTEST_ACCOUNT ? NONE : intern(ACCOUNT, joined);
    }

    private int intern(char kind, CharSequence text) {
        key.setLength(0);
        return interner.intern(key.append(kind).append(text));
    }

    // numbers

    private void findNumbers(int shortestTyped) {
        int run = 0;
        while (run < runs.count()) {
            if (runs.kind(run) == Runs.Kind.DIGITS) {
                int end = endOfDigits(run);
                findInDigits(run, end, shortestTyped);
                run = end;
            } else {
                findInMixed(run, shortestTyped);
                run++;
            }
        }
        findCompounds();
    }

    /** The run after the last of those digit runs that one blank or hyphen each joins to this one. */
    private int endOfDigits(int first) {
        int end = first + 1;
        while (end < runs.count() && runs.kind(end) == Runs.Kind.DIGITS && runs.joins(end)) {
            end++;
        }
        return end;
    }

    private void findInDigits(int first, int end, int shortestTyped) {
        for (int from = first; from < end; from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < end && to - from < MOST_GROUPS; to++) {
                runs.appendTo(digits, to);
                if (digits.length() > LONGEST_REFERENCE) {
                    break;
                }
                addDigits(digits.toString(), to > from ? SHORTEST_TOKEN : shortestTyped);
                if (runs.endsInHyphen(to)) {
                    addHyphenated(digits.toString());
                }
            }
        }
    }

    private void addDigits(String digits, int shortestTyped) {
        String number = withoutLeadingZeros(digits);
        if (Dates.looksLikeDate(digits, day) || number.equals(wholeAmount) || number.equals(minorAmount)) {
            return;
        }
        if (number.length() >= shortestTyped && TypedReferences.isValid(digits)) {
            addOnce(typed, intern(TYPED, number));
        }
        if (number.length() >= SHORTEST_TOKEN) {
            addOnce(tokens, intern(TOKEN, number));
        }
    }

    private void addHyphenated(String digits) {
        if (digits.length() >= SHORTEST_TYPED_IN_FIELD - 1 && TypedReferences.isHyphenatedKid(digits)) {
            addOnce(typed, intern(TYPED, withoutLeadingZeros(digits) + '-'));
        }
    }

    static String withoutLeadingZeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }

    private void findInMixed(int run, int shortestTyped) {
        findCreditorReference(run);
        if (runs.kind(run) != Runs.Kind.MIXED) {
            return;
        }
        String token = runs.text(run);
        if (token.length() >= SHORTEST_TOKEN) {
            addOnce(tokens, intern(TOKEN, token));
        }
        int digitsFrom = runs.trailingDigits(run);
        if (digitsFrom > 0) {
            addDigits(token.substring(digitsFrom), shortestTyped);
        }
    }

    /** An ISO 11649 reference, in one piece or in groups. */
    private void findCreditorReference(int first) {
        if (runs.length(first) < 2 || !runs.text(first).startsWith("RF")) {
            return;
        }
        StringBuilder reference = new StringBuilder();
        for (int run = first; run < runs.count() && (run == first || runs.joins(run)); run++) {
            runs.appendTo(reference, run);
            if (reference.length() > LONGEST_REFERENCE) {
                return;
            }
            if (TypedReferences.isCreditorReference(reference)) {
                addCreditorReference(reference.toString());
            }
        }
    }

    private void addCreditorReference(String reference) {
        addOnce(typed, intern(TYPED, reference));
        String inside = reference.substring(4);
        if (TypedReferences.isFinnish(inside)) {
            addOnce(typed, intern(TYPED, withoutLeadingZeros(inside)));
        }
    }

    /** Numbers such as INV-2026/118, whose parts alone say little. */
    private void findCompounds() {
        int first = 0;
        while (first < runs.count()) {
            int end = first + 1;
            boolean digits = runs.kind(first) != Runs.Kind.LETTERS;
            boolean letters = runs.kind(first) != Runs.Kind.DIGITS;
            while (end < runs.count() && runs.compounds(end)) {
                digits |= runs.kind(end) != Runs.Kind.LETTERS;
                letters |= runs.kind(end) != Runs.Kind.DIGITS;
                end++;
            }
            if (end - first > 1 && digits && letters) {
                addCompound(first, end);
            }
            first = end;
        }
    }

    private void addCompound(int first, int end) {
        StringBuilder compound = new StringBuilder();
        for (int run = first; run < end; run++) {
            runs.appendTo(compound, run);
        }
        if (compound.length() >= SHORTEST_TOKEN && compound.length() <= LONGEST_REFERENCE * 2) {
            addOnce(tokens, intern(TOKEN, compound));
        }
    }

    /** A whole field is one reference, whatever its parts. */
    private void findWholeField() {
        String whole = runs.joined();
        if (whole.length() < SHORTEST_FIELD || whole.chars().noneMatch(c -> Runs.isDigit((char) c))) {
            return;
        }
        String value = whole.chars().allMatch(c -> Runs.isDigit((char) c)) ? withoutLeadingZeros(whole) : whole;
        addOnce(tokens, intern(value.length() >= SHORTEST_TOKEN ? TOKEN : SHORT, value));
    }

    // names

    private void findName() {
        name.setLength(0);
        for (int run = 0; run < runs.count(); run++) {
            if (runs.kind(run) == Runs.Kind.LETTERS) {
                readWord(runs.text(run));
            }
        }
        if (name.length() >= SHORTEST_NAME) {
            addName();
        }
    }

    private void readWord(String word) {
        if (vocabulary.isReversal(word)) {
            marksReversal = true;
        } else if (!vocabulary.isStopWord(word)) {
            if (name.length() < LONGEST_NAME) {
                name.append(word);
            }
            if (word.length() >= SHORTEST_WORD) {
                addOnce(words, intern(WORD, word.substring(0, Math.min(STEM, word.length()))));
            }
        }
    }

    private void addName() {
        int whole = intern(NAME, name);
        if (!names.contains(whole)) {
            names.add(whole);
            nameStarts.add(intern(NAME_START, name.substring(0, Math.min(NAME_START_LENGTH, name.length()))));
        }
    }

    private static void addOnce(IntList list, int id) {
        if (!list.contains(id)) {
            list.add(id);
        }
    }
}
