package org.tickmark.importer.csv;

import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** ISO 4217 codes, with those of the past, and the currency of a country. */
final class Currencies {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Codes that are met often and are no words. */
    private static final Set<String> COMMON = Set.of(
            "AUD", "BGN", "CAD", "CHF", "CNY", "CZK", "DEM", "DKK", "EEK", "EUR", "FIM", "GBP", "HUF", "INR", "ISK",
            "JPY", "LTL", "LVL", "NLG", "NOK", "NZD", "PLN", "SEK", "SGD", "TRY", "UAH", "USD", "ZAR");

    /** What else is written where a code is meant. */
    private static final Map<String, String> NAMES = Map.of("€", "EUR", "£", "GBP", "EURO", "EUR", "EUROA", "EUR");

    private Currencies() {}

    /** Whether this is a code of three capital letters. */
    static boolean isCode(String text) {
        return text.length() == 3 && CODES.contains(text);
    }

    /** Whether this is a code in capital letters that is met often and is no word, so that it needs no label. */
    static boolean isCommon(String text) {
        return COMMON.contains(text);
    }

    /** The code that a text means, if any. */
    static Optional<String> code(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (isCode(upper)) {
            return Optional.of(upper);
        }
        return Optional.ofNullable(NAMES.get(upper));
    }

    /** The currency of a country, by its ISO 3166 code of two letters. */
    static Optional<String> ofCountry(String country) {
        try {
            return Optional.ofNullable(Currency.getInstance(
                            new Locale.Builder().setRegion(country).build()))
                    .map(Currency::getCurrencyCode);
        } catch (IllegalArgumentException | IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
