package org.tickmark.recurrence.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A date in digits that has one reading only: {@code 2025-01-29} and {@code 29.01.2025}. It is read, never written. */
final class NumericDate implements Slot<LocalDate> {
    private static final int LAST_YEAR = 9999;

    @Override
    public String write(LocalDate value) {
        return value.toString();
    }

    @Override
    public List<Match<LocalDate>> read(Reader reader, int at) {
        Tokens tokens = reader.tokens();
        Optional<LocalDate> date = Optional.empty();
        if (isJoined(tokens, at, "-") && isYear(tokens, at)) {
            date = date(tokens.number(at), tokens.number(at + 2), tokens.number(at + 4));
        } else if (isJoined(tokens, at, ".") && isYear(tokens, at + 4)) {
            date = date(tokens.number(at + 4), tokens.number(at + 2), tokens.number(at));
        }
        return date.map(day -> List.of(new Match<>(day, at + 5))).orElse(List.of());
    }

    private static boolean isJoined(Tokens tokens, int at, String sign) {
        for (int i = 0; i < 5; i++) {
            boolean right = i % 2 == 1 ? tokens.is(at + i, sign) : tokens.number(at + i) >= 0;
            if (!right || (i > 0 && !tokens.touchesPrevious(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isYear(Tokens tokens, int at) {
        return tokens.get(at).folded().length() == 4;
    }

    private static Optional<LocalDate> date(long year, long month, long day) {
        if (year < 1 || year > LAST_YEAR || month > 12 || day > 31) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of((int) year, (int) month, (int) day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
