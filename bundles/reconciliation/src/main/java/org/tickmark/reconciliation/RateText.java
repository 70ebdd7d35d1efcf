package org.tickmark.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.reconciliation.ExchangeRate;
import org.tickmark.kit.text.Csv;

/** Rates of a table as rows: a name over each column, separated by commas or semicolons; the decimals after a point. For one thread; used once. */
final class RateText {
    private static final String DATE = "date";
    private static final String BASE = "base";
    private static final String QUOTE = "quote";
    private static final String RATE = "rate";
    private static final String QUANTITY = "quantity";
    private static final List<String> NEEDED = List.of(DATE, BASE, QUOTE, RATE);
    private static final String EXPECTED = "date,base,quote,rate[,quantity]";

    private final String table;
    private final String from;
    private final Map<String, Integer> columns = new HashMap<>();
    private String separator = ",";
    private int line;

    private RateText(String table, String from) {
        this.table = table;
        this.from = from;
    }

    static String write(List<ExchangeRate> rates) {
        StringBuilder text = new StringBuilder();
        try {
            Csv csv = new Csv(text, ',', Csv.Formulas.AS_IS);
            csv.row(DATE, BASE, QUOTE, RATE, QUANTITY);
            for (ExchangeRate rate : rates) {
                csv.row(rate.date(), rate.base(), rate.quote(), rate.rate().stripTrailingZeros(), rate.quantity());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * The rates in a text.
     *
     * @param from what it is from, for errors
     */
    static List<ExchangeRate> read(String table, String text, String from) {
        return new RateText(table, from).read(text);
    }

    private List<ExchangeRate> read(String text) {
        List<ExchangeRate> rates = new ArrayList<>();
        Map<List<Object>, Integer> seen = new HashMap<>();
        for (String row : text.lines().toList()) {
            line++;
            String plain = row.startsWith("\ufeff") ? row.substring(1) : row;
            if (plain.isBlank()) {
                continue;
            }
            if (columns.isEmpty()) {
                readNames(plain);
                continue;
            }
            ExchangeRate rate = rate(cells(plain));
            Integer before = seen.put(List.of(rate.base(), rate.quote(), rate.date()), line);
            if (before != null) {
                throw problem("rates.twice", plain, before).exception();
            }
            rates.add(rate);
        }
        if (rates.isEmpty()) {
            throw problem("rates.none", "").exception();
        }
        return rates;
    }

    private void readNames(String row) {
        separator = row.indexOf(';') >= 0 ? ";" : ",";
        List<String> names = cells(row);
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i).toLowerCase(Locale.ROOT), i);
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            throw problem("rates.names", row).exception();
        }
    }

    private List<String> cells(String row) {
        return Arrays.stream(row.split(separator, -1))
                .map(String::strip)
                .map(cell -> cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                        ? cell.substring(1, cell.length() - 1).strip()
                        : cell)
                .toList();
    }

    private ExchangeRate rate(List<String> cells) {
        String quantity = cell(cells, QUANTITY);
        ExchangeRate rate = new ExchangeRate(
                table,
                cell(cells, BASE).toUpperCase(Locale.ROOT),
                cell(cells, QUOTE).toUpperCase(Locale.ROOT),
                date(cell(cells, DATE)),
                number(cell(cells, RATE)),
                quantity.isEmpty() ? 1 : quantity(quantity));
        RateRules.fault(rate).ifPresent(fault -> {
            throw problem(fault.id(), fault.found()).exception();
        });
        return rate;
    }

    private String cell(List<String> cells, String column) {
        Integer at = columns.get(column);
        return Optional.ofNullable(at)
                .filter(i -> i < cells.size())
                .map(cells::get)
                .orElse("");
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw problem("rates.date", text).exception(e);
        }
    }

    private BigDecimal number(String text) {
        if (text.length() > RateRules.MOST_DIGITS || !text.matches("\\d+(\\.\\d+)?")) {
            throw problem("rates.rate", text).exception();
        }
        return new BigDecimal(text);
    }

    private int quantity(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw problem("rates.quantity", text).exception();
        }
        return Integer.parseInt(text);
    }

    private Problem.Builder problem(String text, String found, Object... arguments) {
        return Problem.error(RateRules.CODE, Texts.message(text, arguments))
                .where(from + ":" + Math.max(1, line))
                .found(found)
                .expected(EXPECTED);
    }
}
