package org.tickmark.console.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.kit.money.Amounts;

/** The values of a table in their three forms: for people, for spreadsheets, for programs. */
final class Cells {
    private static final String CURRENCY = "currency";

    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter instants;

    Cells(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        boolean norwegian = List.of("nb", "nn", "no").contains(locale.getLanguage());
        this.dates = norwegian ? DateTimeFormatter.ofPattern("dd.MM.yyyy", locale) : DateTimeFormatter.ISO_LOCAL_DATE;
        this.instants = DateTimeFormatter.ofPattern(norwegian ? "dd.MM.yyyy HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", locale);
    }

    /** The row for people: in their language, times in the zone of the clock, amounts with the decimals of the row's currency. */
    List<String> shown(Table table, List<Object> row) {
        String currency = currency(table, row);
        return row.stream().map(value -> shown(value, currency)).toList();
    }

    private static String currency(Table table, List<Object> row) {
        for (int i = 0; i < row.size(); i++) {
            if (table.columns().get(i).name().equals(CURRENCY) && row.get(i) instanceof String currency) {
                return currency;
            }
        }
        return "";
    }

    private String shown(Object value, String currency) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal amount) {
            return Amounts.display(amount, currency, locale);
        }
        if (value instanceof LocalDate date) {
            return dates.format(date);
        }
        if (value instanceof Instant instant) {
            return instants.format(instant.atZone(zone));
        }
        if (value instanceof Boolean flag) {
            return Texts.text(flag ? "yes" : "no").text(locale);
        }
        if (value instanceof Message message) {
            return message.text(locale);
        }
        return value instanceof List<?> list ? joined(list, ", ") : value.toString();
    }

    /** The row for spreadsheets: as for programs, messages in the reader's language, lists joined by semicolons. */
    List<Object> spread(List<Object> row) {
        return row.stream().map(this::spread).toList();
    }

    private Object spread(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Message message) {
            return message.text(locale);
        }
        return value instanceof List<?> list ? joined(list, ";") : value;
    }

    /** The row for programs, by the names of the columns: times in UTC, messages as their ids, absent values as null. */
    static Map<String, Object> tree(Table table, List<Object> row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            Column column = table.columns().get(i);
            tree.put(column.name(), value instanceof Message message ? message.id() : value);
        }
        return tree;
    }

    private static String joined(List<?> list, String separator) {
        return String.join(separator, list.stream().map(String::valueOf).toList());
    }
}
