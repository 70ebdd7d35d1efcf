package org.tickmark.importer.mt940;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;

/** The statement at hand: its head is gathered, then it is opened, with its first entry or its closing balance, and told. */
final class Statement {
    private static final int CURRENCY = 3;

    private final String reference;
    private Optional<Kind> kind;
    private String account = "";
    private String currency = "";
    private Optional<Long> sequence = Optional.empty();
    private Optional<Integer> page = Optional.empty();
    private Optional<Instant> createdAt = Optional.empty();
    private Optional<BalanceLine> opening = Optional.empty();
    private Optional<Totals> debits = Optional.empty();
    private Optional<Totals> credits = Optional.empty();
    private Optional<BalanceLine> closing = Optional.empty();
    private boolean timeSeen;
    private boolean openingSeen;
    private boolean pageOpening;
    private boolean pageClosing;
    private boolean closingSeen;
    private boolean totalsSeen;
    private boolean availableTold;
    private boolean pendingTold;
    private StatementWriter writer;

    /** Number and sum of the entries in one direction. */
    record Totals(long count, BigDecimal sum) {}

    /**
     * A statement without anything.
     *
     * @param reference what the bank calls the message
     * @param kind what it is, as far as the envelope says
     */
    Statement(String reference, Optional<Kind> kind) {
        this.reference = reference;
        this.kind = kind;
    }

    /** The next one in the same message: it has reference and account in common until it says otherwise. */
    Statement following() {
        Statement next = new Statement(reference, kind);
        next.account = account;
        return next;
    }

    void account(String number) {
        account = number;
    }

    String account() {
        return account;
    }

    boolean hasAccount() {
        return !account.isEmpty();
    }

    void number(Optional<Long> number, Optional<Integer> pageNumber) {
        sequence = number;
        page = pageNumber;
    }

    /** Takes when it was made, which only reports of a day not yet over say; empty when that cannot be read. */
    void createdAt(Optional<Instant> instant) {
        timeSeen = true;
        createdAt = instant;
    }

    /** Tells that the report has the marks of an MT942, unless its envelope says otherwise. */
    void intraday(String floorCurrency) {
        kind = kind.or(() -> Optional.of(Kind.INTRADAY));
        currency = currency.isEmpty() ? floorCurrency : currency;
    }

    /** Takes the opening balance; empty when it stands there and cannot be read. */
    void opening(Optional<BalanceLine> balance, boolean ofAPage) {
        openingSeen = true;
        pageOpening = ofAPage;
        opening = balance;
        balance.ifPresent(told -> currency = told.currency());
    }

    boolean isOpeningSeen() {
        return openingSeen;
    }

    /** Whether both are pages of one statement, and this one does not begin with the balance that the other ends with. */
    boolean isBrokenFrom(Statement page) {
        return pageOpening
                && page.pageClosing
                && account.equals(page.account)
                && opening.isPresent()
                && page.closing.isPresent()
                && opening.get().amount().compareTo(page.closing.get().amount()) != 0;
    }

    Optional<BalanceLine> opening() {
        return opening;
    }

    Optional<BalanceLine> closing() {
        return closing;
    }

    boolean isClosingSeen() {
        return closingSeen;
    }

    String currency() {
        return currency;
    }

    boolean isOpen() {
        return writer != null;
    }

    /** What it is: what was found, else a statement when it has an opening balance; nothing when it shows neither. */
    Optional<Kind> kind() {
        if (kind.isPresent()) {
            return kind;
        } else if (openingSeen) {
            return Optional.of(Kind.STATEMENT);
        }
        return timeSeen ? Optional.of(Kind.INTRADAY) : Optional.empty();
    }

    /** Whether it is told to be a report of a day not yet over, so far. */
    boolean isIntraday() {
        return kind().filter(Kind.INTRADAY::equals).isPresent();
    }

    /** Whether it has what shows that nothing of it is missing, even without a mark at its end. */
    boolean isComplete() {
        return isIntraday() ? totalsSeen : closingSeen;
    }

    /** Opens it. */
    void open(StatementSink sink, Kind ofKind) {
        kind = Optional.of(ofKind);
        StatementHeader.Builder header =
                StatementHeader.of(ofKind, accountId(), currency).id(reference);
        sequence.ifPresent(header::sequence);
        page.ifPresent(number -> header.page(number, true));
        createdAt.ifPresent(header::createdAt);
        writer = sink.open(header.build());
        opening.ifPresent(balance -> writer.balance(balance(Balance.Kind.OPENING, balance)));
    }

    /** Tells an entry; it must be open. */
    void entry(ImportedEntry entry) {
        pendingTold |= entry.status() == ImportedEntry.Status.PENDING;
        writer.entry(entry);
    }

    /** Tells the closing balance; empty when it stands there and cannot be read. It must be open. */
    void closing(Optional<BalanceLine> balance, boolean ofAPage) {
        closingSeen = true;
        pageClosing = ofAPage;
        closing = balance;
        balance.ifPresent(told -> writer.balance(balance(Balance.Kind.CLOSING, told)));
    }

    /** Tells the available balance, the first one of several. It must be open. */
    void available(BalanceLine balance) {
        if (!availableTold) {
            writer.balance(balance(Balance.Kind.AVAILABLE, balance));
            availableTold = true;
        }
    }

    void debits(Optional<Totals> totals) {
        totalsSeen = true;
        debits = totals;
    }

    void credits(Optional<Totals> totals) {
        totalsSeen = true;
        credits = totals;
    }

    /** Closes it. Totals that count expected entries too say nothing about the booked ones and are not told. */
    void close() {
        if ((debits.isPresent() || credits.isPresent()) && !pendingTold) {
            writer.control(new ControlTotals(
                    debits.flatMap(out -> credits.map(in -> out.count() + in.count())),
                    Optional.empty(),
                    credits.map(Totals::sum),
                    debits.map(Totals::sum)));
        }
        writer.close();
    }

    /**
     * The account without what is not its number: a currency behind it, the bank before an IBAN. A bank code before another number stays, for the number alone
     * names no account.
     */
    private AccountId accountId() {
        String number = account.replace(" ", "");
        String behindBank = number.substring(number.indexOf('/') + 1);
        String bare = withoutCurrency(behindBank);
        if (Facts.isIban(bare)) {
            return AccountId.iban(bare);
        }
        return number.isEmpty() ? AccountId.none() : AccountId.bban(withoutCurrency(number));
    }

    private String withoutCurrency(String number) {
        int end = number.length() - CURRENCY;
        boolean glued = !currency.isEmpty()
                && end > 0
                && number.endsWith(currency)
                && number.charAt(end - 1) >= '0'
                && number.charAt(end - 1) <= '9';
        return glued ? number.substring(0, end) : number;
    }

    private static Balance balance(Balance.Kind ofKind, BalanceLine balance) {
        return new Balance(ofKind, balance.amount(), balance.date());
    }
}
