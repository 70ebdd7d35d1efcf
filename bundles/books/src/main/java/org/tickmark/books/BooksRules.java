package org.tickmark.books;

import java.math.BigInteger;
import java.util.Currency;
import java.util.regex.Pattern;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.AccountId.Scheme;

/** What a unit and an account must be like. */
final class BooksRules {
    private static final Pattern UNIT_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,19}");
    private static final Pattern ACCOUNT_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,29}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BBAN = Pattern.compile("[A-Z0-9./-]{1,34}");
    private static final Pattern BANKGIRO = Pattern.compile("[0-9]{3,4}-?[0-9]{4}");
    private static final Pattern LEDGER = Pattern.compile("[A-Z0-9._-]{1,30}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private BooksRules() {}

    /** Checks a unit; {@code where} is where it is told. */
    static void check(Unit unit, String where) {
        requireCode(UNIT_CODE, unit.code(), "unit.code", where);
        requireName(unit.name(), where);
        requireCurrency(unit.currency(), where);
    }

    /** Checks an account; {@code where} is where it is told. */
    static void check(Account account, String where) {
        requireCode(ACCOUNT_CODE, account.code(), "account.code", where);
        requireName(account.name(), where);
        requireCurrency(account.currency(), where);
        requireNumber(account.identification(), where);
        requireSide(account, where);
    }

    private static void requireCode(Pattern pattern, String code, String rule, String where) {
        if (!pattern.matcher(code).matches()) {
            throw BooksProblems.invalid(rule, where).found(code).exception();
        }
    }

    private static void requireName(String name, String where) {
        if (name.isBlank()) {
            throw BooksProblems.invalid("name", where).exception();
        }
    }

    private static void requireCurrency(String code, String where) {
        try {
            Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw BooksProblems.invalid("currency", where).found(code).exception(e);
        }
    }

    private static void requireNumber(AccountId id, String where) {
        boolean valid =
                switch (id.scheme()) {
                    case IBAN -> isIban(id.number());
                    case BBAN -> BBAN.matcher(id.number()).matches();
                    case BANKGIRO -> isBankgiro(id.number());
                    case LEDGER -> LEDGER.matcher(id.number()).matches();
                    case NONE -> id.number().isEmpty();
                };
        if (!valid) {
            throw BooksProblems.invalid("number." + id.scheme(), where)
                    .found(id.number())
                    .exception();
        }
    }

    /** A file names a ledger's account by its number in the ledger, and a bank's by one that the bank gave it. */
    private static void requireSide(Account account, String where) {
        Scheme scheme = account.identification().scheme();
        boolean fits = scheme == Scheme.NONE || (scheme == Scheme.LEDGER) == (account.side() == Side.LEDGER);
        if (!fits) {
            throw BooksProblems.invalid("side", where)
                    .found(account.side() + ", " + scheme)
                    .exception();
        }
    }

    /** ISO 13616: the first four characters moved to the end, letters as 10 to 35, the number modulo 97 is 1. */
    static boolean isIban(String number) {
        if (!IBAN.matcher(number).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder(64);
        (number.substring(4) + number.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }

    /** Bankgirot: seven or eight digits, the last of which is a check digit modulus 10. */
    private static boolean isBankgiro(String number) {
        if (!BANKGIRO.matcher(number).matches()) {
            return false;
        }
        String digits = number.replace("-", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }
}
