package org.tickmark.launcher.it;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.tickmark.kit.reference.CheckDigits;

/**
 * An invented company of {@link NightFiles}: what it was paid and paid in the first half of 2026, as its bank and its ledger tell it. Not
 * all that the bank knows stands in the ledger, and the other way round.
 *
 * @param code code of its unit
 * @param iban its account, at a bank that does not exist
 * @param opening balance of bank and ledger at the beginning of the year
 * @param payments in order of days
 */
record NightCompany(String code, String name, String iban, BigDecimal opening, List<Payment> payments) {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    private static final String CURRENCY = "SEK";
    private static final int EVERY_CARD = 7;
    private static final int EVERY_EXPENSE = 3;
    private static final int EVERY_FEE = 31;
    private static final int EVERY_LATE_PAYMENT = 37;

    /** The company of this number, with so many payments. */
    static NightCompany of(String code, String name, int number, int size) {
        Random random = new Random(number);
        long days = ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1;
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            payments.add(payment(i + 1, FIRST_DAY.plusDays(i * days / size), random));
        }
        return new NightCompany(code, name, iban(number), new BigDecimal("100000.00"), List.copyOf(payments));
    }

    /** Card payments are alike and nobody numbers them; each of the others can be told by its reference. */
    private static Payment payment(int number, LocalDate day, Random random) {
        if (number % EVERY_CARD == 0) {
            BigDecimal amount = BigDecimal.valueOf(-5000L * (1 + random.nextInt(3)), 2);
            return new Payment(number, day, amount, "", "Kortkop", "");
        }
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(2_000_000), 2);
        String base = String.valueOf(1_000_000 + number);
        return new Payment(
                number,
                day,
                number % EVERY_EXPENSE == 0 ? amount.negate() : amount,
                base + CheckDigits.luhnDigit(base),
                "Faktura",
                "B" + base);
    }

    /** By ISO 13616, with the check digits of ISO 7064, MOD 97-10. No bank has the code 999. */
    private static String iban(int number) {
        String digits = "999" + "%017d".formatted(number);
        BigInteger rest = new BigInteger(digits + "281400").mod(BigInteger.valueOf(97));
        return "SE%02d%s".formatted(98 - rest.intValue(), digits);
    }

    /**
     * Its statement of some days, as camt.053.
     *
     * @param id what the bank calls it
     * @param first the first day, inclusive
     * @param last the last day, inclusive
     * @param error by how much the closing balance is wrong
     */
    byte[] statement(String id, LocalDate first, LocalDate last, BigDecimal error) {
        List<Payment> told = atBank(day -> !day.isBefore(first) && !day.isAfter(last));
        BigDecimal before = opening.add(sum(atBank(day -> day.isBefore(first))));
        BigDecimal after = before.add(sum(told)).add(error);
        String text = CamtText.of(iban, CURRENCY, new CamtText.Statement(id, first, last, before, after, told));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Its ledger of the year up to a day, as SIE 4E. */
    byte[] ledger(LocalDate until) {
        List<Payment> told = some(day -> !day.isAfter(until), EVERY_FEE);
        return SieText.of(name, opening, told, until).getBytes(StandardCharsets.UTF_8);
    }

    private List<Payment> atBank(Predicate<LocalDate> days) {
        return some(days, EVERY_LATE_PAYMENT);
    }

    private List<Payment> some(Predicate<LocalDate> days, int leftOut) {
        return payments.stream()
                .filter(payment -> days.test(payment.day()) && payment.number() % leftOut != 0)
                .toList();
    }

    private static BigDecimal sum(List<Payment> payments) {
        return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
