package org.tickmark.importer.bai2;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.money.Amounts;

/**
 * One account, from its record 03 to its record 49, told as one statement.
 *
 * <p>The total of record 49 adds up all amounts of the account whatever they mean, balances and both directions alike. The host knows totals of entries only, so what
 * it is off by is told as what the debits are off by: then the host's strictness decides what that leads to.
 */
final class AccountSection {
    private static final String OPENING_LEDGER = "010";
    private static final String CLOSING_LEDGER = "015";
    private static final String CLOSING_AVAILABLE = "045";

    private final StatementWriter writer;
    private final int scale;
    private final Set<Balance.Kind> told = EnumSet.noneOf(Balance.Kind.class);
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal debits = BigDecimal.ZERO;
    private BigDecimal credits = BigDecimal.ZERO;
    private long entries;
    private boolean complete = true;

    /**
     * Opens the statement of a record 03.
     *
     * @param record with what continues it, before its first field
     * @param group what its group says
     */
    static AccountSection open(Bai2Record record, Group group, StatementSink sink) {
        String number = record.next();
        if (number.isEmpty()) {
            record.refuse(Field.ACCOUNT, "", "123456789");
        }
        String given = record.next().toUpperCase(Locale.ROOT);
        String currency = given.isEmpty() ? group.currency() : given;
        StatementHeader.Builder header = StatementHeader.of(
                        group.kind(), number.isEmpty() ? AccountId.none() : AccountId.bban(number), currency)
                .id(group.id());
        group.asOf().ifPresent(day -> header.period(day, day));
        AccountSection section = new AccountSection(sink.open(header.build()), Amounts.minorUnits(currency));
        section.readSummaries(record, group);
        return section;
    }

    private AccountSection(StatementWriter writer, int scale) {
        this.writer = writer;
        this.scale = scale;
    }

    /** How many of an amount's digits are decimals. */
    int scale() {
        return scale;
    }

    /** Adds an amount to the total. */
    void count(BigDecimal units) {
        total = total.add(units);
    }

    /** An amount cannot be read: the totals say nothing any more. */
    void incomplete() {
        complete = false;
    }

    /** Tells an entry. */
    void entry(ImportedEntry entry) {
        entries++;
        if (entry.amount().signum() < 0) {
            debits = debits.subtract(entry.amount());
        } else {
            credits = credits.add(entry.amount());
        }
        writer.entry(entry);
    }

    /** What all amounts add up to, in units. */
    BigDecimal total() {
        return total;
    }

    /** Whether all amounts could be read. */
    boolean isComplete() {
        return complete;
    }

    /**
     * Ends it.
     *
     * @param difference what the stated total is more than {@link #total}, in units
     * @param missing how many more records are stated than there are
     */
    void close(BigDecimal difference, long missing) {
        if (complete) {
            writer.control(new ControlTotals(
                    Optional.of(entries + missing),
                    Optional.empty(),
                    Optional.of(credits),
                    Optional.of(debits.add(difference.scaleByPowerOfTen(-scale)))));
        }
        writer.close();
    }

    /** Balances and sums: type, amount, number of items, funds type. */
    private void readSummaries(Bai2Record record, Group group) {
        while (record.hasNext()) {
            String type = record.next();
            Optional<BigDecimal> units = record.nextUnits();
            record.next();
            Funds.take(record);
            units.ifPresent(amount -> {
                count(amount);
                balance(type, amount.scaleByPowerOfTen(-scale), group);
            });
        }
    }

    private void balance(String type, BigDecimal amount, Group group) {
        switch (type) {
            case OPENING_LEDGER -> balance(Balance.Kind.OPENING, amount, group);
            case CLOSING_LEDGER -> balance(Balance.Kind.CLOSING, amount, group);
            case CLOSING_AVAILABLE -> balance(Balance.Kind.AVAILABLE, amount, group);
            default -> {
                // sums of kinds of entries, and floats: nothing is proved by them
            }
        }
    }

    private void balance(Balance.Kind kind, BigDecimal amount, Group group) {
        if (told.add(kind)) {
            writer.balance(new Balance(kind, amount, kind == Balance.Kind.OPENING ? Optional.empty() : group.asOf()));
        }
    }
}
