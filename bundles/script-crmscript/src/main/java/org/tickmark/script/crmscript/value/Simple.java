package org.tickmark.script.crmscript.value;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The types whose values are copied. */
public enum Simple implements Type {
    BYTE("Byte", Storage.NUMBER),
    INTEGER("Integer", Storage.NUMBER),
    LONG("Long", Storage.NUMBER),
    FLOAT("Float", Storage.REAL),
    BOOL("Bool", Storage.FLAG),
    STRING("String", Storage.OBJECT),
    DATE("Date", Storage.OBJECT) {
        @Override
        public Object initial(Run run) {
            return LocalDate.now(run.clock());
        }
    },
    TIME("Time", Storage.OBJECT) {
        @Override
        public Object initial(Run run) {
            return now(run).toLocalTime();
        }
    },
    DATETIME("DateTime", Storage.OBJECT) {
        @Override
        public Object initial(Run run) {
            return now(run);
        }
    },
    TIMESPAN("TimeSpan", Storage.OBJECT) {
        @Override
        public Object initial(Run run) {
            return Duration.ZERO;
        }
    },
    /** Any value together with its type. */
    GENERIC("Generic", Storage.OBJECT),
    VOID("Void", Storage.NONE);

    private final String word;
    private final Storage storage;

    Simple(String word, Storage storage) {
        this.word = word;
        this.storage = storage;
    }

    private static LocalDateTime now(Run run) {
        return LocalDateTime.now(run.clock()).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Object initial(Run run) {
        return this == BOOL ? Boolean.FALSE : null;
    }

    /** How wide a number is; 0 for what is no number. */
    private int width() {
        return switch (this) {
            case BYTE -> 1;
            case INTEGER -> 2;
            case LONG -> 3;
            case FLOAT -> 4;
            default -> 0;
        };
    }

    @Override
    public boolean isNumeric() {
        return width() > 0;
    }

    /** Whether it is a date, a time, or a span of time. */
    public boolean isTemporal() {
        return switch (this) {
            case DATE, TIME, DATETIME, TIMESPAN -> true;
            default -> false;
        };
    }

    /** A number may also stand where a wider one is demanded. */
    @Override
    public boolean fits(Type demanded) {
        boolean widens = isNumeric() && demanded instanceof Simple number && width() < number.width();
        return widens || Type.super.fits(demanded);
    }

    @Override
    public String toString() {
        return word;
    }

    @Override
    public String word() {
        return word;
    }
}
