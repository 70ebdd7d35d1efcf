package org.tickmark.importer.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.importer.Balance;

/**
 * What the lines before a table say: the account, the currency, balances.
 *
 * @param account number of the account, if named
 * @param currency ISO 4217 code, if named
 * @param balances balances stated
 */
record Preamble(Optional<String> account, Optional<String> currency, List<Stated> balances) {
    private static final int ACCOUNT_DIGITS = 5;
    /** A number that stands alone is an account only if it is as long as one. */
    private static final int LONE_ACCOUNT_DIGITS = 7;

    private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}\\d{2}[A-Z0-9]{11,30}\\b");

    /** Words and a number behind them. */
    private static final Pattern NAMED = Pattern.compile("([\\p{L} ]*\\p{L})\\s+(\\d.*)");

    private static final Set<String> CURRENCY_LABELS =
            Set.copyOf(Words.headings(Role.CURRENCY).keySet());

    /**
     * A balance that a line states.
     *
     * @param kind which balance
     * @param cells the line's cells, one of which is the amount
     * @param line where it stands
     */
    record Stated(Balance.Kind kind, List<String> cells, long line) {
        Stated {
            cells = List.copyOf(cells);
        }
    }

    Preamble {
        balances = List.copyOf(balances);
    }

    /** Reads the lines before a table. */
    static Preamble of(List<Table.Line> lines) {
        Optional<String> account = Optional.empty();
        Optional<String> currency = Optional.empty();
        List<Stated> balances = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Table.Line line = lines.get(i);
            Optional<Table.Line> below = i + 1 < lines.size() ? Optional.of(lines.get(i + 1)) : Optional.empty();
            account = account.or(() -> account(line, below));
            currency = currency.or(() -> currency(line));
            balance(line).ifPresent(balances::add);
        }
        return new Preamble(account, currency, balances);
    }

    /** The balance that a folded label states, if it does: one that matches such phrases. */
    static Optional<Balance.Kind> kind(String folded, BiPredicate<String, Set<String>> matches) {
        if (matches.test(folded, Words.OPENING)) {
            return Optional.of(Balance.Kind.OPENING);
        }
        return matches.test(folded, Words.CLOSING) ? Optional.of(Balance.Kind.CLOSING) : Optional.empty();
    }

    private static Optional<Stated> balance(Table.Line line) {
        return line.cells().stream()
                .flatMap(cell -> kind(Words.fold(label(cell)), Words::begins).stream())
                .findFirst()
                .map(kind -> new Stated(kind, line.cells(), line.number()));
    }

    private static Optional<String> account(Table.Line line, Optional<Table.Line> below) {
        for (int column = 0; column < line.cells().size(); column++) {
            String cell = line.cell(column);
            if (!Words.ACCOUNT.contains(Words.fold(label(cell)))) {
                continue;
            }
            int at = column;
            Optional<String> beneath = below.map(next -> next.cell(at)).filter(Preamble::isAccount);
            Optional<String> found = iban(line)
                    .or(() -> Optional.of(value(cell)))
                    .filter(Preamble::isAccount)
                    .or(() -> Optional.of(line.cell(at + 1)).filter(Preamble::isAccount))
                    .or(() -> beneath);
            if (found.isPresent()) {
                return found;
            }
        }
        return line.filled() != 1
                ? Optional.empty()
                : line.cells().stream()
                        .flatMap(cell -> loneAccount(cell).stream())
                        .findFirst();
    }

    private static Optional<String> iban(Table.Line line) {
        return line.cells().stream()
                .flatMap(cell -> IBAN.matcher(cell).results())
                .map(MatchResult::group)
                .findFirst();
    }

    private static boolean isAccount(String text) {
        return digits(text) >= ACCOUNT_DIGITS && text.matches("[A-Z]{0,2}[0-9A-Z .\\-–/]*");
    }

    /** A number that stands alone, or behind the name of a kind of account such as {@code Sparkonto}. */
    private static Optional<String> loneAccount(String text) {
        Matcher named = NAMED.matcher(text);
        String number = named.matches() && isKindOfAccount(Words.fold(named.group(1))) ? named.group(2) : text;
        boolean isAccount = digits(number) >= LONE_ACCOUNT_DIGITS
                && number.matches("[0-9 .\\-–]+")
                && !new DateCell().isDate(number);
        return isAccount ? Optional.of(number) : Optional.empty();
    }

    private static boolean isKindOfAccount(String folded) {
        return Words.ACCOUNT.stream().anyMatch(folded::endsWith);
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private static Optional<String> currency(Table.Line line) {
        for (int column = 0; column < line.cells().size(); column++) {
            String cell = line.cell(column);
            boolean labelled = CURRENCY_LABELS.contains(Words.fold(label(cell)));
            String value = value(cell).isEmpty() && labelled ? line.cell(column + 1) : value(cell);
            if (labelled ? Currencies.isCode(value) : Currencies.isCommon(value.isEmpty() ? cell : value)) {
                return Optional.of(value.isEmpty() ? cell : value);
            }
        }
        return Optional.empty();
    }

    /** What stands before a colon. */
    private static String label(String cell) {
        int colon = cell.indexOf(':');
        return colon < 0 ? cell : cell.substring(0, colon);
    }

    /** What stands after a colon. */
    private static String value(String cell) {
        int colon = cell.indexOf(':');
        return colon < 0 ? "" : cell.substring(colon + 1).strip();
    }
}
