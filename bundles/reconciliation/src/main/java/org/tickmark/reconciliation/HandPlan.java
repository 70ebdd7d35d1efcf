package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Suggestion;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.api.message.Message;
import org.tickmark.kit.money.Amounts;
import org.tickmark.reconciliation.engine.HandEvidence;
import org.tickmark.reconciliation.engine.Wording;

/**
 * A match that someone wants to make of entries that are open.
 *
 * @param rows its entries
 * @param currency ISO 4217 code
 * @param firstDay from which day it counts at the earliest
 * @param writeOff the difference to bear, if any
 * @param accepted the suggestion that it is made of, if it is
 */
record HandPlan(
        List<HandRow> rows,
        String currency,
        Optional<LocalDate> firstDay,
        Optional<WriteOff> writeOff,
        Optional<Suggestion> accepted) {
    HandPlan {
        rows = List.copyOf(rows);
    }

    /** What the suggestion is known by, if it is made of one. */
    Optional<String> suggestion() {
        return accepted.map(Suggestion::id);
    }

    LocalDate effective() {
        return Stream.concat(rows.stream().map(HandRow::date), firstDay.stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    BigDecimal amount() {
        boolean hasBank = rows.stream().anyMatch(row -> row.side() == Side.BANK);
        return sum(hasBank ? Side.BANK : Side.LEDGER);
    }

    BigDecimal difference() {
        return sum(Side.BANK).subtract(sum(Side.LEDGER));
    }

    private BigDecimal sum(Side side) {
        return rows.stream()
                .filter(row -> row.side() == side)
                .map(HandRow::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Refuses a difference that nobody chose to bear, or that is another than was meant. */
    void requireDifference() {
        BigDecimal meant = writeOff.map(WriteOff::amount).orElse(BigDecimal.ZERO);
        if (difference().compareTo(meant) != 0) {
            throw Problem.error("rec.difference", Texts.message("match.difference", display(difference())))
                    .found(Amounts.plain(difference(), currency))
                    .expected(Amounts.plain(meant, currency))
                    .advice(Texts.message("match.difference.advice"))
                    .exception();
        }
    }

    /**
     * Refuses to write off more than the group allows.
     *
     * @param written what was written off in the month already
     */
    void requireAllowed(Group group, BigDecimal written) {
        if (writeOff.isEmpty() || difference().signum() == 0) {
            return;
        }
        BigDecimal amount = difference().abs();
        if (amount.compareTo(group.writeOffs().perMatch()) > 0) {
            throw tooMuch(group, "write-off.match", group.writeOffs().perMatch());
        }
        BigDecimal left = left(group, written);
        if (amount.compareTo(left) > 0) {
            throw tooMuch(group, "write-off.month", left);
        }
    }

    /** How much more the group allows to be written off in the month. */
    static BigDecimal left(Group group, BigDecimal written) {
        return group.writeOffs().perMonth().subtract(written).max(BigDecimal.ZERO);
    }

    private RuntimeException tooMuch(Group group, String text, BigDecimal most) {
        return Problem.error("rec.write-off", Texts.message(text, group.name(), display(most)))
                .where(group.name())
                .found(Amounts.plain(difference().abs(), currency))
                .expected(Amounts.plain(most, currency))
                .advice(Texts.message("write-off.advice"))
                .exception();
    }

    /** Why the entries belong together: who said so, and what the difference is. */
    List<Message> evidence(Caller caller) {
        List<Message> evidence = new ArrayList<>();
        evidence.add(
                accepted.isPresent()
                        ? HandEvidence.accepted(caller.identity())
                        : HandEvidence.matched(caller.identity()));
        accepted.map(Suggestion::reasons).ifPresent(evidence::addAll);
        for (HandRow row : rows) {
            if (row.isPart()) {
                evidence.add(HandEvidence.part(row.id(), row.amount(), row.whole(), currency));
            }
        }
        if (difference().signum() != 0) {
            WriteOff.Kind kind = writeOff.map(WriteOff::kind).orElseThrow();
            evidence.add(HandEvidence.writtenOff(kind, difference(), currency));
        }
        return evidence;
    }

    private Message display(BigDecimal amount) {
        return Wording.amount(amount, currency);
    }
}
