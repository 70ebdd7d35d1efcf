package org.tickmark.recurrence.internal;

/**
 * A division of the calendar into numbered periods. Periods of one shape have equal days, in length, weekdays, dates and
 * whatever else a rule can ask; the shapes repeat after a number of periods, the cycle.
 */
abstract class Periods {
    private final int cycle;
    private final int shapes;

    private Periods(int cycle, int shapes) {
        this.cycle = cycle;
        this.shapes = shapes;
    }

    /** How many periods without any element a rule of this kind commonly has in a row. */
    int commonGap() {
        return 12;
    }

    /** The number of periods after which the shapes repeat. */
    final int cycle() {
        return cycle;
    }

    /** Shapes are numbered from 0 to one less than this. */
    final int shapes() {
        return shapes;
    }

    /** The number of the period that holds a day. */
    abstract int indexOf(int day);

    abstract int startDay(int index);

    abstract int shape(int index);

    /** Days; all are alike. */
    static final Periods DAYS = new Periods(1, 1) {
        @Override
        int indexOf(int day) {
            return day;
        }

        @Override
        int startDay(int index) {
            return index;
        }

        @Override
        int shape(int index) {
            return 0;
        }
    };

    /** Months, numbered 12 times the year plus the month from 0; told apart by month, leap year and first weekday. */
    static final Periods MONTHS = new Periods(12 * Civil.CYCLE_YEARS, 12 * 2 * 7) {
        @Override
        int indexOf(int day) {
            int fields = Civil.fields(day);
            return Civil.year(fields) * 12 + Civil.month(fields) - 1;
        }

        @Override
        int startDay(int index) {
            return Civil.startOfMonth(index / 12, index % 12 + 1);
        }

        @Override
        int shape(int index) {
            int leap = Civil.isLeap(index / 12) ? 1 : 0;
            return (index % 12 * 2 + leap) * 7 + Civil.weekday(startDay(index));
        }
    };

    /** Years, told apart by leap year and first weekday. */
    static final Periods YEARS = new Years(Civil.CYCLE_YEARS, 14) {
        @Override
        int shape(int index) {
            return YearShapes.alone(index);
        }
    };

    /** Years, told apart by what {@link #YEARS} does and by which neighbour is a leap year. */
    static final Periods YEARS_BESIDE_OTHERS = new Years(Civil.CYCLE_YEARS, 28) {
        @Override
        int shape(int index) {
            return YearShapes.besideOthers(index);
        }
    };

    /** Years, told apart by what {@link #YEARS} does and by which of every n days, from a base on, their first one is. */
    static Periods yearsOfEveryNthDay(int interval, int base) {
        int cycles = interval / gcd(interval, Civil.CYCLE_DAYS);
        return new Years(Civil.CYCLE_YEARS * cycles, 14 * interval) {
            @Override
            int shape(int index) {
                return YearShapes.alone(index) * interval + Math.floorMod(startDay(index) - base, interval);
            }
        };
    }

    static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Weeks that begin on a weekday (0 for Monday); all are alike. */
    static Periods weeks(int weekStart) {
        return new Weeks(weekStart, 1, 1) {
            @Override
            int shape(int index) {
                return 0;
            }
        };
    }

    /** Weeks that begin on a weekday (0 for Monday), told apart by where they lie in months. */
    static Periods weeksInMonths(int weekStart) {
        return new Weeks(weekStart, Civil.CYCLE_DAYS / 7, 12 * 7) {
            @Override
            int commonGap() {
                return 60;
            }

            @Override
            int shape(int index) {
                int fields = Civil.fields(startDay(index));
                int month = Civil.month(fields);
                int length = Civil.lengthOfMonth(Civil.isLeap(Civil.year(fields)), month);
                int daysInMonth = Math.min(length - Civil.dayOfMonth(fields) + 1, 7);
                return (month - 1) * 7 + daysInMonth - 1;
            }
        };
    }

    /** Years of whole weeks that begin on a weekday (0 for Monday); week 1 is the first with four days in the year. */
    static Periods weekYears(int weekStart) {
        return new Periods(Civil.CYCLE_YEARS, 28) {
            @Override
            int indexOf(int day) {
                int year = Civil.yearOf(day);
                if (day < startDay(year)) {
                    return year - 1;
                }
                return day >= startDay(year + 1) ? year + 1 : year;
            }

            @Override
            int startDay(int index) {
                return Civil.startOfWeekYear(index, weekStart);
            }

            @Override
            int shape(int index) {
                return YearShapes.besideOthers(index);
            }
        };
    }

    private abstract static class Years extends Periods {
        Years(int cycle, int shapes) {
            super(cycle, shapes);
        }

        @Override
        int indexOf(int day) {
            return Civil.yearOf(day);
        }

        @Override
        int startDay(int index) {
            return Civil.startOfYear(index);
        }
    }

    private abstract static class Weeks extends Periods {
        /** The first day of week 0, near 1970-01-01, which is a Thursday. */
        private final int origin;

        Weeks(int weekStart, int cycle, int shapes) {
            super(cycle, shapes);
            origin = weekStart - 3;
        }

        @Override
        int indexOf(int day) {
            return Math.floorDiv(day - origin, 7);
        }

        @Override
        int startDay(int index) {
            return origin + index * 7;
        }
    }
}
