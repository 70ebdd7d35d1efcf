package org.tickmark.recurrence.calendar;

/** The working days of one year as bits: day 0 is 1 January. */
final class YearDays {
    static final int NONE = -1;
    private static final int WORDS = 6;

    private final int year;
    private final YearShape shape;
    private final long[] open;

    private YearDays(int year, YearShape shape, long[] open) {
        this.year = year;
        this.shape = shape;
        this.open = open;
    }

    int year() {
        return year;
    }

    YearShape shape() {
        return shape;
    }

    boolean isOpen(int day) {
        return ((open[day >> 6] >>> day) & 1) != 0;
    }

    /** The first working day that is not before the given one, or {@link #NONE}. */
    int next(int day) {
        int word = day >> 6;
        if (word >= WORDS) {
            return NONE;
        }
        long bits = open[word] & (-1L << day);
        while (bits == 0) {
            if (++word == WORDS) {
                return NONE;
            }
            bits = open[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /** The last working day that is not after the given one, or {@link #NONE}. */
    int previous(int day) {
        if (day < 0) {
            return NONE;
        }
        int word = day >> 6;
        long bits = open[word] & (-1L >>> (63 - day));
        while (bits == 0) {
            if (--word < 0) {
                return NONE;
            }
            bits = open[word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    /** Number of working days before the given day of the year. */
    int countBefore(int day) {
        int whole = day >> 6;
        int count = 0;
        for (int word = 0; word < whole; word++) {
            count += Long.bitCount(open[word]);
        }
        return (day & 63) == 0 ? count : count + Long.bitCount(open[whole] & (-1L >>> -day));
    }

    int count() {
        return countBefore(shape.length());
    }

    /** The working day with that number, counted from 0, or {@link #NONE}. */
    int select(int number) {
        int left = number;
        for (int word = 0; word < WORDS; word++) {
            int inWord = Long.bitCount(open[word]);
            if (left < inWord) {
                return (word << 6) + select(open[word], left);
            }
            left -= inWord;
        }
        return NONE;
    }

    private static int select(long word, int number) {
        long bits = word;
        for (int skipped = 0; skipped < number; skipped++) {
            bits &= bits - 1;
        }
        return Long.numberOfTrailingZeros(bits);
    }

    /** Marks days free, then days worked, and hands out the year. One thread at a time. */
    static final class Builder {
        private final int year;
        private final YearShape shape;
        private final long[] open = new long[WORDS];

        /** Begins with the days that the week leaves open. */
        Builder(int year, WeekPattern week) {
            this.year = year;
            this.shape = YearShape.of(year);
            int weekday = shape.weekdayOf(0);
            for (int word = 0; word < WORDS; word++) {
                open[word] = week.from((weekday + word * Long.SIZE) % 7);
            }
            open[WORDS - 1] &= -1L >>> (WORDS * Long.SIZE - shape.length());
        }

        void free(int day) {
            open[day >> 6] &= ~(1L << day);
        }

        void set(int day, SingleDate.Kind kind) {
            if (kind == SingleDate.Kind.FREE) {
                free(day);
            } else {
                work(day);
            }
        }

        private void work(int day) {
            open[day >> 6] |= 1L << day;
        }

        YearDays build() {
            return new YearDays(year, shape, open);
        }
    }
}
