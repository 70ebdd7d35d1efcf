package org.tickmark.reconciliation.engine;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.books.Account;
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
    static final char LABEL_KIND = 'C';
    static final char LABEL = 'L';
    /** An amount in another currency. */
    static final char ORIGINAL = 'O';

    static final int NONE = -1;

    /** A number from here on is no accident in a text; below only in a field, or beside a word that says what it is. */
    static final int SHORTEST_TOKEN = 6;

    private static final int SHORTEST_FIELD = 3;
    private static final int SHORTEST_TYPED_WITH_LABEL = 6;
    private static final int SHORTEST_TYPED_IN_TEXT = 7;
    private static final int LONGEST_REFERENCE = 27;
    private static final int YEARS_OF_THIS_TIME = 2;
    private static final int SHORTEST_ACCOUNT = 5;
    /** More digit runs in a row than this are no number in groups but a table. */
    private static final int MOST_GROUPS = 6;

    private final Interner interner;
    private final Runs runs = new Runs();
    private final NameReader names;
    private final LabelReader labelReader = new LabelReader(runs);
    private final Labels labelled = new Labels();
    private final StringBuilder key = new StringBuilder();

    final IntList typed = new IntList();
    final IntList tokens = new IntList();
    /** Of the typed references and tokens those that were only found by joining groups of digits in a text. */
    final IntList joined = new IntList();

    /** Of the typed references and tokens those from a field, and those of which a word says that they are a document's number. */
    final IntList documents = new IntList();

    private final IntList single = new IntList();
    final IntList labelKinds = new IntList();
    final IntList labels = new IntList();
    int account;
    boolean typedInField;
    boolean holdsNumber;

    private String bareLabel = "";
    private boolean inField;
    private int day;
    private String wholeAmount;
    private String minorAmount;

    KeyReader(Interner interner) {
        this.interner = interner;
        this.names = new NameReader(interner, runs);
    }

    /** The names and words of the entry. */
    NameReader names() {
        return names;
    }

    /** Reads an entry. */
    void read(Entry entry) {
        clear();
        day = (int) entry.bookingDate().toEpochDay();
        rememberAmount(entry.amount());
        Map<Boolean, List<String>> references = entry.references().stream()
                .collect(partitioningBy(KeyReader::isBankReference, mapping(Reference::value, toList())));
        readReferences(references.get(false));
        typedInField = !typed.isEmpty();
        addAll(documents, typed);
        addAll(documents, tokens);
        account = account(entry.partyAccount());
        readName(entry.party(), entry.side());
        entry.text().lines().forEach(this::readText);
        holdsNumber = !typed.isEmpty() || !tokens.isEmpty();
        if (!bareLabel.isEmpty() && labels.isEmpty()) {
            labelReferences(references.get(false));
        }
        references.get(true).forEach(this::readBankReference);
        readBankReference(entry.bankReference());
        forgetJoinedThatAreSingle();
    }

    private static boolean isBankReference(Reference reference) {
        return reference.type() == Reference.Type.BANK;
    }

    private void clear() {
        typed.clear();
        tokens.clear();
        joined.clear();
        documents.clear();
        single.clear();
        labelKinds.clear();
        labels.clear();
        names.clear();
        bareLabel = "";
    }

    private void rememberAmount(BigDecimal amount) {
        BigDecimal size = amount.abs();
        wholeAmount = size.toBigInteger().toString();
        minorAmount = size.movePointRight(2).toBigInteger().toString();
    }

    private void readReferences(List<String> references) {
        inField = true;
        for (String reference : references) {
            runs.scan(reference);
            findNumbers(SHORTEST_TYPED_WITH_LABEL, single);
            findWholeField();
            labelReader.read(labelled);
        }
        bareLabel = "";
        inField = false;
    }

    private void readName(String party, Account.Side side) {
        if (!party.isEmpty()) {
            runs.scan(party);
            names.read();
            if (side == Account.Side.LEDGER) {
                names.areOfLedger();
            }
        }
    }

    private void readText(String line) {
        runs.scan(line);
        findNumbers(SHORTEST_TYPED_IN_TEXT, joined);
        labelReader.read(labelled);
        names.read();
    }

    /** The bank's own reference may stand in the ledger's text; it is nobody's creditor reference. */
    private void readBankReference(String bankReference) {
        if (!bankReference.isEmpty()) {
            int typedBefore = typed.size();
            runs.scan(bankReference);
            findNumbers(LONGEST_REFERENCE, joined);
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

    /**
     * Finds numbers.
     *
     * @param shortestTyped digits from which on a check digit counts
     * @param ofGroups where to note those that groups of digits make together
     */
    private void findNumbers(int shortestTyped, IntList ofGroups) {
        int run = 0;
        while (run < runs.count()) {
            if (runs.kind(run) == Runs.Kind.DIGITS) {
                int end = endOfDigits(run);
                findInDigits(run, end, shortestTyped, ofGroups);
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

    private void findInDigits(int first, int end, int shortestTyped, IntList ofGroups) {
        for (int from = first; from < end; from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < end && to - from < MOST_GROUPS; to++) {
                runs.appendTo(digits, to);
                if (digits.length() > LONGEST_REFERENCE) {
                    break;
                }
                addDigits(digits.toString(), shortestTyped, to > from ? ofGroups : single);
                if (runs.endsInHyphen(to)) {
                    addHyphenated(digits.toString());
                }
            }
        }
    }

    private void addDigits(String digits, int shortestTyped, IntList origin) {
        String number = withoutLeadingZeros(digits);
        if (Dates.looksLikeDate(digits, day) || number.equals(wholeAmount) || number.equals(minorAmount)) {
            return;
        }
        if (number.length() >= shortestTyped && TypedReferences.isValid(digits)) {
            int key = intern(TYPED, number);
            addOnce(typed, key);
            origin.add(key);
        }
        if (number.length() >= SHORTEST_TOKEN) {
            int key = intern(TOKEN, number);
            addOnce(tokens, key);
            origin.add(key);
        }
    }

    /** Adds a number of which it is known that it is one. */
    private void addNumber(String digits, String number, int shortestTyped) {
        if (number.length() >= shortestTyped && TypedReferences.isValid(digits)) {
            int key = intern(TYPED, number);
            addOnce(typed, key);
            addOnce(documents, key);
            single.add(key);
        }
        int key = intern(number.length() >= SHORTEST_TOKEN ? TOKEN : SHORT, number);
        addOnce(tokens, key);
        addOnce(documents, key);
        single.add(key);
    }

    private void forgetJoinedThatAreSingle() {
        int kept = 0;
        for (int i = 0; i < joined.size(); i++) {
            if (!single.contains(joined.get(i))) {
                joined.set(kept++, joined.get(i));
            }
        }
        joined.shrink(kept);
    }

    private void addHyphenated(String digits) {
        if (digits.length() >= SHORTEST_TYPED_WITH_LABEL - 1 && TypedReferences.isHyphenatedKid(digits)) {
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
            addDigits(token.substring(digitsFrom), shortestTyped, single);
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

    // labels

    private final class Labels implements LabelReader.Sink {
        @Override
        public void document(String kind, String digits) {
            String number = withoutLeadingZeros(digits);
            addLabel(kind, number);
            addNumber(digits, number, SHORTEST_TYPED_WITH_LABEL);
        }

        @Override
        public void bare(String kind) {
            bareLabel = kind;
        }

        @Override
        public void ordinal(String kind, String number) {
            if (!inField && (!kind.equals(LabelWords.YEAR) || isOfThisTime(number))) {
                addLabel(kind, number);
            }
        }
    }

    private boolean isOfThisTime(String year) {
        int years = Integer.parseInt(year) - LocalDate.ofEpochDay(day).getYear();
        return Math.abs(years) <= YEARS_OF_THIS_TIME;
    }

    private void addLabel(String kind, String value) {
        labelKinds.add(intern(LABEL_KIND, kind));
        labels.add(intern(LABEL, value));
    }

    /** A text that says "invoice" and no number speaks of the number in the reference field. */
    private void labelReferences(List<String> references) {
        for (String reference : references) {
            String digits = reference.replaceAll("[^0-9]", "");
            if (digits.length() >= SHORTEST_FIELD) {
                addLabel(bareLabel, withoutLeadingZeros(digits));
            }
        }
    }

    private static void addAll(IntList list, IntList ids) {
        for (int i = 0; i < ids.size(); i++) {
            addOnce(list, ids.get(i));
        }
    }

    private static void addOnce(IntList list, int id) {
        if (!list.contains(id)) {
            list.add(id);
        }
    }
}
