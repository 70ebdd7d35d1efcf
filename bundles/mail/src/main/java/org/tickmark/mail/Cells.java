package org.tickmark.mail;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tickmark.api.message.Message;

/**
 * Values as text in one language, each in one line and without control characters, whatever a bank file brought with it.
 *
 * @param zone whose clocks moments are told by
 */
record Cells(Locale locale, ZoneId zone) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Message message) {
            return oneLine(message.text(locale));
        }
        if (value instanceof Instant moment) {
            return MOMENT.format(moment.atZone(zone)) + " " + zone.getId();
        }
        if (value instanceof BigDecimal amount) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(Math.max(0, amount.scale()));
            format.setMaximumFractionDigits(Math.max(0, amount.scale()));
            return format.format(amount);
        }
        return value instanceof Number number
                ? NumberFormat.getIntegerInstance(locale).format(number.longValue())
                : oneLine(value.toString());
    }

    /** The lines of a text, each without control characters. */
    List<String> lines(Message text) {
        return text.text(locale).lines().map(Cells::oneLine).toList();
    }

    /** Whether a column of these rows stands at the right: it holds numbers, and nothing else. */
    static boolean isNumeric(List<List<Object>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).allMatch(cell -> cell == null || cell instanceof Number)
                && rows.stream().anyMatch(row -> row.get(column) != null);
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
