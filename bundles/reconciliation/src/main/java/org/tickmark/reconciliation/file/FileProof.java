package org.tickmark.reconciliation.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.kit.money.Amounts;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.Wording;

/**
 * Proves the balances of two files: balances from what the files state and from all entries as they were read, what is open and what
 * matches differ by from the engine's rows. The ways meet only if nothing is lost.
 */
final class FileProof {
    private final String currency;
    private final Balances balances;
    private final Outcome outcome;

    FileProof(String currency, Balances balances, Outcome outcome) {
        this.currency = currency;
        this.balances = balances;
        this.outcome = outcome;
    }

    Proof of(LocalDate date) {
        BigDecimal bank = sum(Side.BANK, Balances.Account::balance);
        BigDecimal ledger = sum(Side.LEDGER, Balances.Account::balance);
        BigDecimal openingDifference =
                sum(Side.BANK, Balances.Account::carried).subtract(sum(Side.LEDGER, Balances.Account::carried));
        BigDecimal bankOpen = outcome.openSum(Side.BANK);
        BigDecimal ledgerOpen = outcome.openSum(Side.LEDGER);
        BigDecimal differences = differences();
        List<Problem> failures = new ArrayList<>();
        BigDecimal explained =
                openingDifference.add(bankOpen).subtract(ledgerOpen).add(differences);
        if (bank.subtract(ledger).compareTo(explained) != 0) {
            failures.add(unexplained(bank.subtract(ledger), explained));
        }
        balances.accounts().forEach(account -> failures.addAll(failures(account)));
        return new Proof(
                date,
                currency,
                scaled(bank),
                scaled(ledger),
                scaled(openingDifference),
                scaled(bankOpen),
                scaled(ledgerOpen),
                scaled(differences),
                stated(Side.BANK),
                stated(Side.LEDGER),
                failures);
    }

    private BigDecimal sum(Side side, Function<Balances.Account, BigDecimal> amount) {
        return balances.accounts().stream()
                .filter(account -> account.side() == side)
                .map(amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal differences() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Found match : outcome.matches()) {
            sum = sum.add(outcome.difference(match));
        }
        return sum;
    }

    /** What a side states: every account with an opening and a closing balance. */
    private Optional<BigDecimal> stated(Side side) {
        List<Balances.Account> accounts = balances.accounts().stream()
                .filter(account -> account.side() == side)
                .toList();
        boolean all = !accounts.isEmpty()
                && accounts.stream()
                        .allMatch(account -> account.opening().isPresent()
                                && account.closing().isPresent());
        return all ? Optional.of(scaled(sum(side, account -> account.closing().orElseThrow()))) : Optional.empty();
    }

    private List<Problem> failures(Balances.Account account) {
        List<FilePreview.Statement> broken = account.failures();
        if (broken.isEmpty()) {
            return account.contradiction().stream()
                    .map(stated -> failure("rec.proof.gap", "proof.gap", account.number())
                            .found(plain(account.balanceOfFile()))
                            .expected(plain(stated))
                            .advice(Texts.message("proof.gap.advice"))
                            .build())
                    .toList();
        }
        return broken.stream()
                .map(statement -> failure("rec.proof.stated", "proof.stated", account.number())
                        .found(plain(statement
                                .proof()
                                .opening()
                                .orElseThrow()
                                .add(statement.proof().sum())))
                        .expected(plain(statement.proof().closing().orElseThrow()))
                        .advice(Texts.message("proof.stated.advice"))
                        .build())
                .toList();
    }

    private static Problem.Builder failure(String code, String text, String account) {
        return Problem.error(code, Texts.message(text, account.isEmpty() ? "–" : account));
    }

    private Problem unexplained(BigDecimal actual, BigDecimal explained) {
        return Problem.error(
                        "rec.proof.identity",
                        Texts.message("proof.identity", Wording.amount(actual.subtract(explained), currency)))
                .found(plain(actual))
                .expected(plain(explained))
                .build();
    }

    private BigDecimal scaled(BigDecimal amount) {
        return new BigDecimal(plain(amount));
    }

    private String plain(BigDecimal amount) {
        return Amounts.plain(amount, currency);
    }
}
