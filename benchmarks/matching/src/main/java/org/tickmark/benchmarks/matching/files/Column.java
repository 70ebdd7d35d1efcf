package org.tickmark.benchmarks.matching.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.tickmark.benchmarks.matching.workload.Row;

/** The columns of Tickmark's own CSV profile, in their order. */
public enum Column {
    ID {
        @Override
        String cell(String name, Row row) {
            return name;
        }
    },
    BOOKING_DATE {
        @Override
        String cell(String name, Row row) {
            return row.booked().toString();
        }
    },
    VALUE_DATE {
        @Override
        String cell(String name, Row row) {
            return row.value().map(LocalDate::toString).orElse("");
        }
    },
    AMOUNT {
        @Override
        String cell(String name, Row row) {
            return decimal(row.minor());
        }
    },
    CURRENCY {
        @Override
        String cell(String name, Row row) {
            return Row.CURRENCY;
        }
    },
    REFERENCE {
        @Override
        String cell(String name, Row row) {
            return row.reference();
        }
    },
    COUNTERPARTY {
        @Override
        String cell(String name, Row row) {
            return row.counterparty();
        }
    },
    TEXT {
        @Override
        String cell(String name, Row row) {
            return row.text();
        }
    };

    /** How the header names it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cell of a row that the file knows by a name. */
    abstract String cell(String name, Row row);

    /** Hundredths as a decimal number. */
    static String decimal(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
