package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.message.Message;
import org.tickmark.kit.money.Amounts;

/**
 * The open rows of both sides, as they were at one moment: columns of primitive values, and the keys found in references and
 * texts as numbers. Rows are numbered from 0, the bank side first, each side by date, amount and contents; rows alike in all
 * of these by their ids. Immutable; safe for reading from many threads.
 */
public final class Snapshot {
    private final String currency;
    private final int scale;
    private final int bankRows;
    private final long[] ids;
    private final long[] amounts;
    private final int[] days;
    private final int[] amountIds;
    private final int[] accounts;
    private final boolean[] typedInField;
    private final boolean[] holdsNumber;
    private final boolean[] marksReversal;
    private final int[] classes;
    private final Keys typed;
    private final Keys tokens;
    private final Keys nameStarts;
    private final Keys names;
    private final Keys words;
    private final Keys joined;
    private final Keys documents;
    private final Keys labelKinds;
    private final Keys labels;
    private final BitSet wholeNames;
    private final BitSet ledgerNames;
    private final BitSet commonWords;
    private final int[] wordCounts;
    private final Keys partyAccounts;
    /** Of each row the number of its amount in another currency; of no length where no row has one. */
    private final int[] originals;

    private final Interner interner;
    private final Postings typedPostings;
    private final Postings tokenPostings;
    private final Postings namePostings;
    private final Postings accountPostings;
    private final AmountIndex amountIndex;
    private final List<Entry> contents;
    private final Rates rates;

    private Snapshot(Builder builder, int[] order) {
        int size = order.length;
        currency = builder.currency;
        scale = builder.scale;
        interner = builder.interner;
        ids = new long[size];
        amounts = new long[size];
        days = new int[size];
        accounts = new int[size];
        typedInField = new boolean[size];
        holdsNumber = new boolean[size];
        marksReversal = new boolean[size];
        int banks = 0;
        for (int row = 0; row < size; row++) {
            int from = order[row];
            ids[row] = builder.ids.get(from);
            amounts[row] = builder.amounts.get(from);
            days[row] = builder.days.get(from);
            accounts[row] = builder.accounts.get(from);
            int flags = builder.flags.get(from);
            typedInField[row] = (flags & Builder.TYPED_IN_FIELD) != 0;
            holdsNumber[row] = (flags & Builder.HOLDS_NUMBER) != 0;
            marksReversal[row] = (flags & Builder.MARKS_REVERSAL) != 0;
            banks += (flags & Builder.LEDGER) == 0 ? 1 : 0;
        }
        bankRows = banks;
        typed = builder.typed.inOrder(order);
        tokens = builder.tokens.inOrder(order);
        nameStarts = builder.nameStarts.inOrder(order);
        names = builder.names.inOrder(order);
        words = builder.words.inOrder(order);
        joined = builder.joined.inOrder(order);
        documents = builder.documents.inOrder(order);
        labelKinds = builder.labelKinds.inOrder(order);
        labels = builder.labels.inOrder(order);
        wholeNames = builder.reader.names().wholeNames;
        ledgerNames = builder.reader.names().ledgerNames;
        commonWords = builder.reader.names().commonWords;
        wordCounts = words.counts(interner.size());
        partyAccounts = builder.partyAccounts.inOrder(order);
        originals = originals(builder, order);
        typedPostings = Postings.of(typed, size, interner.size());
        tokenPostings = Postings.of(tokens, size, interner.size());
        namePostings = Postings.of(nameStarts, size, interner.size());
        accountPostings = Postings.of(partyAccounts, size, interner.size());
        amountIds = AmountIndex.numberAmounts(amounts);
        amountIndex = AmountIndex.of(amountIds, bankRows);
        classes = classes(builder, order);
        rates = builder.rates;
        contents = builder.keepsContents
                ? Arrays.stream(order).mapToObj(builder.contents::get).toList()
                : List.of();
    }

    /**
     * Starts a snapshot of rows in one currency.
     *
     * @param currency ISO 4217 code; amounts have its decimals, or more if a row has more
     */
    public static Builder builder(String currency) {
        return new Builder(currency);
    }

    /** The currency of all amounts. */
    String currency() {
        return currency;
    }

    /** The rates that were read with the rows. */
    Rates rates() {
        return rates;
    }

    /**
     * A row as it was given.
     *
     * @throws IndexOutOfBoundsException if the snapshot was not {@linkplain Builder#keepContents told to keep} contents
     */
    Entry contents(int row) {
        return contents.get(row);
    }

    /** How many rows there are. */
    public int size() {
        return ids.length;
    }

    /** How many of the rows are on the bank side; they have the lowest numbers. */
    public int bankRows() {
        return bankRows;
    }

    /** Which side a row is on. */
    public Account.Side side(int row) {
        return isBank(row) ? Account.Side.BANK : Account.Side.LEDGER;
    }

    /** What its owner knows a row by. */
    public long id(int row) {
        return ids[row];
    }

    /** The signed amount of a row. */
    public BigDecimal amount(int row) {
        return BigDecimal.valueOf(amounts[row], scale);
    }

    /** When a row was booked. */
    public LocalDate date(int row) {
        return LocalDate.ofEpochDay(days[row]);
    }

    /** The amount of a row, as text. */
    Message amountText(int row) {
        return amountText(amount(row));
    }

    /** An amount in the currency of the rows, as text. */
    Message amountText(BigDecimal amount) {
        return Wording.amount(amount, currency);
    }

    /** How many decimals amounts have. */
    public int scale() {
        return scale;
    }

    /** One whole unit of the currency, scaled as the amounts are. */
    long wholeUnit() {
        return BigInteger.TEN.pow(scale).longValueExact();
    }

    boolean isBank(int row) {
        return row < bankRows;
    }

    long scaled(int row) {
        return amounts[row];
    }

    int day(int row) {
        return days[row];
    }

    /** The first position in a list in the order of dates whose row is not before a day; the list's size if there is none. */
    int firstFrom(IntList ordered, int day) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[ordered.get(middle)] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The number of a row's amount: equal for equal amounts, and in the lowest bit different for opposite ones. */
    int amountId(int row) {
        return amountIds[row];
    }

    /** The first of the rows that are alike in everything that is seen of them; itself if there is no other. */
    int classOf(int row) {
        return classes[row];
    }

    boolean hasTypedInField(int row) {
        return typedInField[row];
    }

    /** Whether a row names a number in a reference or text, beside the bank's own. */
    boolean holdsNumber(int row) {
        return holdsNumber[row];
    }

    boolean marksReversal(int row) {
        return marksReversal[row];
    }

    Keys typed() {
        return typed;
    }

    Keys tokens() {
        return tokens;
    }

    Keys nameStarts() {
        return nameStarts;
    }

    Keys names() {
        return names;
    }

    Keys words() {
        return words;
    }

    /** The account of the other side, as a key of its own kind. */
    Keys partyAccounts() {
        return partyAccounts;
    }

    /** Of the typed references and tokens those that were only found by joining groups of digits in a text. */
    Keys joined() {
        return joined;
    }

    /** Of the typed references and tokens those from a field, and those of which a word says that they are a document's number. */
    Keys documents() {
        return documents;
    }

    /** What words say of numbers in texts: of each of the {@link #labels}, what kind it is. */
    Keys labelKinds() {
        return labelKinds;
    }

    /** The numbers that have a kind. */
    Keys labels() {
        return labels;
    }

    /** Whether a name was seen with the legal form that ends it. */
    boolean isWholeName(int name) {
        return wholeNames.get(name);
    }

    /** Whether a ledger keeps a party of this name. */
    boolean isLedgerName(int name) {
        return ledgerNames.get(name);
    }

    /** Whether a name is a word that many other names begin with. */
    boolean isCommonWord(int name) {
        return commonWords.get(name);
    }

    /** How many keys there are; each is less than that. */
    int keyCount() {
        return wordCounts.length;
    }

    /** How many rows have a word. */
    int wordCount(int word) {
        return wordCounts[word];
    }

    /** The number of the account of the other side, or {@link KeyReader#NONE}. */
    int account(int row) {
        return accounts[row];
    }

    /** Whether any row has an amount in another currency. */
    boolean haveOriginals() {
        return originals.length > 0;
    }

    /** The number of a row's amount in another currency, whatever its sign, or {@link KeyReader#NONE}: equal for as much of the same currency. */
    int original(int row) {
        return haveOriginals() ? originals[row] : KeyReader.NONE;
    }

    /** Whether two rows have the same amount in another currency. */
    boolean shareOriginal(int left, int right) {
        return original(left) != KeyReader.NONE && original(left) == original(right);
    }

    /** Whether two rows have amounts in other currencies, and these are not the same. */
    boolean originalCurrenciesDiffer(int left, int right) {
        int one = original(left);
        int other = original(right);
        return one != other
                && one != KeyReader.NONE
                && other != KeyReader.NONE
                && !Entry.Original.ofText(keyText(one))
                        .currency()
                        .equals(Entry.Original.ofText(keyText(other)).currency());
    }

    /** The amount of a row in another currency, with the sign of the row and its currency, as text. */
    Message originalText(int row) {
        Entry.Original original = Entry.Original.ofText(keyText(original(row)));
        BigDecimal size = original.amount();
        return Wording.money(amounts[row] < 0 ? size.negate() : size, original.currency());
    }

    Postings typedPostings() {
        return typedPostings;
    }

    Postings tokenPostings() {
        return tokenPostings;
    }

    Postings namePostings() {
        return namePostings;
    }

    Postings accountPostings() {
        return accountPostings;
    }

    AmountIndex amountIndex() {
        return amountIndex;
    }

    /**
     * What is said of rows that hold a key in common.
     *
     * @param relation how the rows stand to each other, as the message ids name it
     */
    Message agreement(String relation, int key) {
        String text = keyText(key);
        return switch (interner.text(key).charAt(0)) {
            case KeyReader.TYPED -> Wording.message(relation + ".typed-reference", text);
            case KeyReader.ACCOUNT -> Wording.message(relation + ".account", "…" + text.substring(text.length() - 4));
            case KeyReader.NAME -> Wording.message(relation + ".name", text);
            default -> Wording.message(relation + ".captured", text);
        };
    }

    /** A key as it stands in references and texts. */
    String keyText(int key) {
        return interner.text(key).substring(1);
    }

    /** Rows are alike when side, date, amount, contents and those tokens are equal that can tie them to other rows. */
    private int[] classes(Builder builder, int[] order) {
        int[] found = new int[order.length];
        int first = 0;
        while (first < order.length) {
            int end = first + 1;
            while (end < order.length && builder.compareContents(order[first], order[end]) == 0) {
                end++;
            }
            Map<Long, Integer> representatives = new HashMap<>();
            for (int row = first; row < end; row++) {
                int self = row;
                found[row] = end - first == 1
                        ? row
                        : representatives.computeIfAbsent(tokensThatLeadSomewhere(row), hash -> self);
            }
            first = end;
        }
        return found;
    }

    private static int[] originals(Builder builder, int[] order) {
        if (builder.originalRows.isEmpty()) {
            return new int[0];
        }
        int[] given = new int[order.length];
        Arrays.fill(given, KeyReader.NONE);
        for (int i = 0; i < builder.originalRows.size(); i++) {
            given[builder.originalRows.get(i)] = builder.originals.get(i);
        }
        int[] originals = new int[order.length];
        Arrays.setAll(originals, row -> given[order[row]]);
        return originals;
    }

    private long tokensThatLeadSomewhere(int row) {
        long sum = 0;
        for (int i = tokens.start(row); i < tokens.end(row); i++) {
            if (tokenPostings.count(tokens.key(i)) > 0) {
                sum += Hashes.mix(tokens.key(i));
            }
        }
        return sum;
    }

    /** Takes entries in any order. For one thread; used once. */
    public static final class Builder {
        static final int LEDGER = 1;
        static final int TYPED_IN_FIELD = 2;
        static final int HOLDS_NUMBER = 4;
        static final int MARKS_REVERSAL = 8;

        private final Interner interner = new Interner();
        private final KeyReader reader = new KeyReader(interner);
        private final LongList ids = new LongList();
        private final LongList amounts = new LongList();
        private final IntList days = new IntList();
        private final IntList flags = new IntList();
        private final IntList accounts = new IntList();
        private final LongList fingerprints = new LongList();
        private final Keys.Builder typed = new Keys.Builder();
        private final Keys.Builder tokens = new Keys.Builder();
        private final Keys.Builder nameStarts = new Keys.Builder();
        private final Keys.Builder names = new Keys.Builder();
        private final Keys.Builder words = new Keys.Builder();
        private final Keys.Builder joined = new Keys.Builder();
        private final Keys.Builder documents = new Keys.Builder();
        private final Keys.Builder labelKinds = new Keys.Builder();
        private final Keys.Builder labels = new Keys.Builder();
        private final Keys.Builder partyAccounts = new Keys.Builder();
        /** The rows, as they came, that have an amount in another currency; and the numbers of these. */
        private final IntList originalRows = new IntList();

        private final IntList originals = new IntList();
        private final IntList account = new IntList(1);
        private final List<Entry> contents = new ArrayList<>();
        private final String currency;
        private final Set<String> currencies = new TreeSet<>();
        private Rates rates = Rates.NONE;
        private boolean keepsContents;
        private int scale;

        private Builder(String currency) {
            this.currency = currency;
            this.scale = Amounts.minorUnits(currency);
        }

        /** Keeps entries as they are given, beside the columns; to be called before the first is added. */
        public Builder keepContents() {
            keepsContents = true;
            return this;
        }

        /**
         * Adds an entry.
         *
         * @throws org.tickmark.api.TickmarkException with code {@code rec.amount} if its amount has more digits than 64 bits hold
         */
        public Builder add(Entry entry) {
            amounts.add(scaled(entry));
            reader.read(entry);
            ids.add(entry.id());
            days.add(Math.toIntExact(entry.bookingDate().toEpochDay()));
            flags.add((entry.side() == Account.Side.LEDGER ? LEDGER : 0)
                    | (reader.typedInField ? TYPED_IN_FIELD : 0)
                    | (reader.holdsNumber ? HOLDS_NUMBER : 0)
                    | (reader.names().marksReversal ? MARKS_REVERSAL : 0));
            accounts.add(reader.account);
            fingerprints.add(fingerprint(entry));
            typed.addRow(reader.typed);
            tokens.addRow(reader.tokens);
            nameStarts.addRow(reader.names().nameStarts);
            names.addRow(reader.names().names);
            words.addRow(reader.names().words);
            joined.addRow(reader.joined);
            documents.addRow(reader.documents);
            labelKinds.addRow(reader.labelKinds);
            labels.addRow(reader.labels);
            addAccount();
            entry.original()
                    .filter(original -> !original.currency().equals(currency))
                    .ifPresent(this::addOriginal);
            if (keepsContents) {
                contents.add(entry);
            }
            return this;
        }

        private void addOriginal(Entry.Original original) {
            currencies.add(original.currency());
            originalRows.add(ids.size() - 1);
            originals.add(interner.intern(KeyReader.ORIGINAL + original.text()));
        }

        private void addAccount() {
            account.clear();
            if (reader.account != KeyReader.NONE) {
                account.add(reader.account);
            }
            partyAccounts.addRow(account);
        }

        /** The other currencies in which rows added so far have amounts. */
        public Set<String> currencies() {
            return Collections.unmodifiableSet(currencies);
        }

        /** The rates by which rules may convert these. */
        public Builder rates(Rates toConvertBy) {
            rates = toConvertBy;
            return this;
        }

        /** The snapshot of what was added. */
        public Snapshot build() {
            int[] order = new int[ids.size()];
            Arrays.setAll(order, i -> i);
            IndexSort.sort(order, this::compare);
            return new Snapshot(this, order);
        }

        private long scaled(Entry entry) {
            int decimals = entry.amount().stripTrailingZeros().scale();
            try {
                if (decimals > scale) {
                    rescale(decimals);
                }
                return Amounts.toScaledLong(entry.amount(), scale);
            } catch (ArithmeticException e) {
                throw Problem.error("rec.amount", Wording.message("amount.too-large"))
                        .where(entry.side() + " " + entry.id())
                        .found(entry.amount().toPlainString())
                        .expected(Long.toString(Long.MAX_VALUE))
                        .exception(e);
            }
        }

        private void rescale(int decimals) {
            long factor = Amounts.toScaledLong(BigDecimal.ONE, decimals - scale);
            for (int i = 0; i < amounts.size(); i++) {
                amounts.set(i, Math.multiplyExact(amounts.get(i), factor));
            }
            scale = decimals;
        }

        private static long fingerprint(Entry entry) {
            long hash = Hashes.join(0, entry.party());
            hash = Hashes.join(hash, entry.partyAccount());
            hash = Hashes.join(hash, entry.text());
            hash = Hashes.join(
                    hash, entry.valueDate().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
            for (var reference : entry.references()) {
                hash = Hashes.join(hash, reference.type().name());
                hash = Hashes.join(hash, reference.value());
            }
            return entry.original().isEmpty()
                    ? hash
                    : Hashes.join(hash, entry.original().get().text());
        }

        private int compare(int left, int right) {
            int order = compareContents(left, right);
            return order != 0 ? order : Long.compare(ids.get(left), ids.get(right));
        }

        private int compareContents(int left, int right) {
            int order = Integer.compare(flags.get(left) & LEDGER, flags.get(right) & LEDGER);
            if (order == 0) {
                order = Integer.compare(days.get(left), days.get(right));
            }
            if (order == 0) {
                order = Long.compare(amounts.get(left), amounts.get(right));
            }
            return order != 0 ? order : Long.compare(fingerprints.get(left), fingerprints.get(right));
        }
    }
}
