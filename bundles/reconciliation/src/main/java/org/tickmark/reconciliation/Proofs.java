package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.message.Message;
import org.tickmark.kit.money.Amounts;
import org.tickmark.reconciliation.AccountBooks.Statement;
import org.tickmark.reconciliation.engine.Wording;

/**
 * Makes balance proofs. The balances come from sums that the database made of all entries, what is open from the rows that
 * were read one by one, and differences from what the matches say of themselves: three ways that meet only if nothing is lost.
 */
final class Proofs {
    private final Reading reading;
    private final LocalDate date;

    private Proofs(Reading reading, LocalDate date) {
        this.reading = reading;
        this.date = date;
    }

    /**
     * The proof of a group; empty when nothing has been booked.
     *
     * @param bankOpen sum of the open entries of the bank side
     * @param ledgerOpen sum of the open entries of the ledger side
     * @param difference sum of the differences inside matches
     */
    static Optional<Proof> of(Reading reading, BigDecimal bankOpen, BigDecimal ledgerOpen, BigDecimal difference) {
        return reading.date().map(date -> new Proofs(reading, date).proof(bankOpen, ledgerOpen, difference));
    }

    /** The proof of a group as it stands; empty when nothing has been booked. */
    static Optional<Proof> of(Reading reading) {
        return of(reading, reading.openSum(Side.BANK), reading.openSum(Side.LEDGER), reading.difference());
    }

    private Proof proof(BigDecimal bankOpen, BigDecimal ledgerOpen, BigDecimal difference) {
        BigDecimal openingDifference = opening(Side.BANK).subtract(opening(Side.LEDGER));
        BigDecimal bank = balance(Side.BANK);
        BigDecimal ledger = balance(Side.LEDGER);
        List<Problem> failures = new ArrayList<>();
        BigDecimal actual = bank.subtract(ledger);
        BigDecimal explained =
                openingDifference.add(bankOpen).subtract(ledgerOpen).add(difference);
        if (actual.compareTo(explained) != 0) {
            failures.add(identityFailure(actual, explained));
        }
        for (AccountBooks account : reading.accounts()) {
            failure(account).ifPresent(failures::add);
        }
        return new Proof(
                date,
                reading.currency(),
                scaled(bank),
                scaled(ledger),
                scaled(openingDifference),
                scaled(bankOpen),
                scaled(ledgerOpen),
                scaled(difference),
                stated(Side.BANK).map(this::scaled),
                stated(Side.LEDGER).map(this::scaled),
                failures);
    }

    private BigDecimal opening(Side side) {
        return reading.accounts(side)
                .map(account -> account.opening().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal balance(Side side) {
        return reading.accounts(side).map(account -> account.balance(date)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Problem identityFailure(BigDecimal actual, BigDecimal explained) {
        return Problem.error(
                        "rec.proof.identity",
                        Texts.message("proof.identity", reading.group().name(), display(actual.subtract(explained))))
                .where(reading.group().name())
                .found(plain(actual))
                .expected(plain(explained))
                .advice(Texts.message("proof.identity.advice"))
                .build();
    }

    private Optional<Problem> failure(AccountBooks account) {
        Optional<Statement> statement = account.closingStatement(date);
        if (statement.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = dayOf(statement.get());
        BigDecimal stated = statement.get().closing().orElseThrow();
        BigDecimal computed = account.balance(day);
        if (stated.compareTo(computed) == 0) {
            return Optional.empty();
        }
        return Optional.of(Problem.error(
                        "rec.proof.stated",
                        Texts.message(
                                "proof.stated",
                                account.code(),
                                display(computed.subtract(stated)),
                                statement.get().key()))
                .where(account.code() + " " + day)
                .found(plain(computed))
                .expected(plain(stated))
                .advice(advice(account, day))
                .build());
    }

    /** A balance of a day after which nothing was booked holds on the date already. */
    private LocalDate dayOf(Statement statement) {
        LocalDate day = statement.to().orElseThrow();
        return day.isAfter(date) ? date : day;
    }

    private Message advice(AccountBooks account, LocalDate day) {
        return account.firstAfterGap(day)
                .map(gap -> Texts.message(
                        "proof.stated.gap",
                        gap.key(),
                        display(gap.opening().orElseThrow()),
                        gap.from().map(Wording::date).orElse(Message.verbatim("?"))))
                .orElseGet(() -> Texts.message("proof.stated.advice"));
    }

    /** What a side states for the date: every account must have a closing balance after which nothing was booked up to it. */
    private Optional<BigDecimal> stated(Side side) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountBooks account : reading.accounts(side).toList()) {
            Optional<BigDecimal> stated = account.closingStatement(date)
                    .filter(statement -> account.until(dayOf(statement)).entries()
                            == account.until(date).entries())
                    .flatMap(Statement::closing);
            if (stated.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(stated.get());
        }
        return Optional.of(sum);
    }

    private BigDecimal scaled(BigDecimal amount) {
        return new BigDecimal(plain(amount));
    }

    private String plain(BigDecimal amount) {
        return Amounts.plain(amount, reading.currency());
    }

    private Message display(BigDecimal amount) {
        return Wording.amount(amount, reading.currency());
    }
}
