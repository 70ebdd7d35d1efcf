package org.tickmark.reconciliation.file;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;

/** Chooses the accounts of a file that take part: those asked for, or of a ledger with many the one that fits the other file best. */
final class AccountChoice {
    private static final int MOST_NAMED = 12;

    private final List<Problem> notes;

    /**
     * A choice.
     *
     * @param notes where to tell what was chosen and why
     */
    AccountChoice(List<Problem> notes) {
        this.notes = notes;
    }

    /**
     * How well the amounts of an account fit those of the other file.
     *
     * @param account its number
     * @param rows how many rows it has
     * @param common how many of them have their amount in the other file too, each amount as often as it is there
     * @param others how many rows the other file has
     */
    private record Fit(String account, long rows, long common, long others) {
        private static final Comparator<Fit> WORST_FIRST =
                Comparator.comparing(Fit::share).thenComparingLong(Fit::common);

        /** Rows in common, of both files, in a million of all rows of both: the harmonic mean of the two shares. */
        private long share() {
            return 2_000_000 * common / Math.max(1, rows + others);
        }
    }

    /**
     * The accounts asked for.
     *
     * @throws TickmarkException with code {@code usage.match-account} if the file has none of one of these numbers
     */
    FileSide named(FileSide side, List<String> numbers) {
        Set<String> wanted = numbers.stream().map(AccountChoice::number).collect(Collectors.toUnmodifiableSet());
        for (String account : wanted) {
            if (!side.accounts().contains(account)) {
                throw Problem.error("usage.match-account", Texts.message("account.unknown", side.fileName()))
                        .where(side.fileName())
                        .found(account)
                        .expected(listed(side))
                        .exception();
            }
        }
        return side.ofAccounts(wanted);
    }

    private static String number(String given) {
        return given.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /**
     * The account of a ledger whose amounts fit the other file best; everything if the file has one account, or is no ledger.
     *
     * @throws TickmarkException with code {@code usage.match-account} if no account has an amount in common with the other
     *     file, or two fit equally well
     */
    FileSide fitting(FileSide side, FileSide other) {
        if (side.accounts().size() < 2 || !side.isOfLedger()) {
            return side;
        }
        List<Fit> fits = fits(side, other);
        Fit best = fits.get(fits.size() - 1);
        Fit second = fits.get(fits.size() - 2);
        if (best.common() == 0 || Fit.WORST_FIRST.compare(best, second) == 0) {
            throw undecided(side);
        }
        notes.add(Problem.info(
                        "match.account",
                        Texts.message("account.chosen", best.account(), fits.size(), best.common(), best.rows()))
                .where(side.fileName())
                .advice(Texts.message("account.choose", option(side)))
                .build());
        return side.ofAccounts(Set.of(best.account()));
    }

    private static List<Fit> fits(FileSide side, FileSide other) {
        Map<BigDecimal, Long> amounts = new HashMap<>();
        long[] others = new long[1];
        other.eachEntry((statement, numbered) -> {
            others[0]++;
            amounts.merge(numbered.entry().amount().stripTrailingZeros(), 1L, Long::sum);
        });
        Map<String, Map<BigDecimal, Long>> left = new LinkedHashMap<>();
        Map<String, Long> rows = new HashMap<>();
        Map<String, Long> common = new HashMap<>();
        side.eachEntry((statement, numbered) -> {
            String account = FileSide.account(statement);
            BigDecimal amount = numbered.entry().amount().stripTrailingZeros();
            rows.merge(account, 1L, Long::sum);
            long used = left.computeIfAbsent(account, key -> new HashMap<>()).merge(amount, 1L, Long::sum);
            if (used <= amounts.getOrDefault(amount, 0L)) {
                common.merge(account, 1L, Long::sum);
            }
        });
        return side.accounts().stream()
                .map(account ->
                        new Fit(account, rows.getOrDefault(account, 0L), common.getOrDefault(account, 0L), others[0]))
                .sorted(Fit.WORST_FIRST)
                .toList();
    }

    private static TickmarkException undecided(FileSide side) {
        return Problem.error("usage.match-account", Texts.message("account.undecided"))
                .where(side.fileName())
                .found(listed(side))
                .advice(Texts.message("account.choose", option(side)))
                .exception();
    }

    private static String option(FileSide side) {
        return switch (side.side()) {
            case BANK -> "--bank-account";
            case LEDGER -> "--ledger-account";
        };
    }

    private static String listed(FileSide side) {
        Set<String> accounts = side.accounts();
        String first = accounts.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return accounts.size() > MOST_NAMED ? first + ", …" : first;
    }
}
