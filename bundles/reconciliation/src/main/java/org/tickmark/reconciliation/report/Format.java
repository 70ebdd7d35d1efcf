package org.tickmark.reconciliation.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.money.Amounts;
import org.tickmark.reconciliation.report.Grid.Cell;

/** Texts, amounts and dates of a report as its language writes them. */
final class Format {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Format.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT);

    private final Locale locale;
    private final String currency;
    private final DateTimeFormatter dates;

    Format(Locale locale, String currency) {
        this.locale = locale;
        this.currency = currency;
        this.dates = isNorwegian(locale)
                ? DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT)
                : DateTimeFormatter.ISO_LOCAL_DATE;
    }

    private static boolean isNorwegian(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nb", "nn", "no" -> true;
            default -> false;
        };
    }

    /** A text of the report. */
    String text(String id, Object... arguments) {
        return MESSAGES.message(id, arguments).text(locale);
    }

    /** A text of someone else. */
    String text(Message message) {
        return message.text(locale);
    }

    String text(Problem problem) {
        return problem.text(locale);
    }

    /** The language, as HTML names it. */
    String language() {
        return isNorwegian(locale) ? "nb" : locale.getLanguage().equals("sv") ? "sv" : "en";
    }

    String amount(BigDecimal amount) {
        return Amounts.display(amount, currency, locale);
    }

    String amount(Optional<BigDecimal> amount) {
        return amount.map(this::amount).orElse(text("not-stated"));
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    String date(Optional<LocalDate> date) {
        return date.map(this::date).orElse("");
    }

    String instant(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZoneOffset.UTC)) + " "
                + MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** What made a match: a rule, or a person. */
    String maker(String rule) {
        return rule.isEmpty() ? text("by-hand") : rule;
    }

    String count(long number) {
        return text("count", number);
    }

    String side(Side side) {
        return text(side == Side.BANK ? "bank" : "ledger");
    }

    /** An amount as a cell of a table. */
    Cell cell(BigDecimal amount) {
        return Cell.of(amount(amount), new BigDecimal(Amounts.plain(amount, currency)));
    }

    /** An amount that may not be stated. */
    Cell statedCell(Optional<BigDecimal> amount) {
        return amount.map(this::cell).orElseGet(() -> Cell.text(text("not-stated")));
    }

    Cell cell(LocalDate date) {
        return Cell.of(date(date), date);
    }

    Cell cell(Optional<LocalDate> date) {
        return date.map(this::cell).orElseGet(() -> Cell.text(""));
    }

    Cell cell(long number) {
        return Cell.of(count(number), number);
    }

    /** So many of so many, in per cent with one decimal, rounded down. */
    String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        long perMille = part * 1000 / whole;
        return perMille / 10 + (language().equals("en") ? "." : ",") + perMille % 10 + " %";
    }

    /** So many of so many, in whole per cent, rounded down. */
    String percent(long part, long whole) {
        return whole == 0 ? "–" : part * 100 / whole + " %";
    }
}
