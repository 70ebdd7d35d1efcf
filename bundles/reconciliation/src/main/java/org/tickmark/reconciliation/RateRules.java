package org.tickmark.reconciliation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.host.reconciliation.ExchangeRate;

/** What a rate has to be. */
final class RateRules {
    static final String CODE = "rec.rate";
    static final int MOST_DIGITS = 30;

    private static final Pattern TABLE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_QUANTITY = 1_000_000;

    private RateRules() {}

    /**
     * What is wrong with a rate.
     *
     * @param id of the message that says it
     * @param found what it is
     */
    record Fault(String id, String found) {}

    static Optional<Fault> fault(ExchangeRate rate) {
        if (!TABLE.matcher(rate.table()).matches() || rate.table().length() > LONGEST_NAME) {
            return Optional.of(new Fault("rates.table", rate.table()));
        }
        if (!CURRENCY.matcher(rate.base()).matches()
                || !CURRENCY.matcher(rate.quote()).matches()) {
            return Optional.of(new Fault("rates.currency", rate.base() + "/" + rate.quote()));
        }
        if (rate.base().equals(rate.quote())) {
            return Optional.of(new Fault("rates.same", rate.base()));
        }
        if (rate.rate().signum() <= 0
                || rate.rate().precision() > MOST_DIGITS
                || Math.abs(rate.rate().scale()) > MOST_DIGITS) {
            return Optional.of(new Fault("rates.rate", rate.rate().toString()));
        }
        return rate.quantity() < 1 || rate.quantity() > MOST_QUANTITY
                ? Optional.of(new Fault("rates.quantity", Integer.toString(rate.quantity())))
                : Optional.empty();
    }

    static void require(ExchangeRate rate) {
        fault(rate).ifPresent(fault -> {
            throw Problem.error(CODE, Texts.message(fault.id()))
                    .where(rate.table() + " " + rate.base() + "/" + rate.quote() + " " + rate.date())
                    .found(fault.found())
                    .exception();
        });
    }
}
