package org.tickmark.recurrence.form;

/**
 * One element of a cron field's list.
 *
 * @param first the first number
 * @param last the last number, inclusive; less than the first where Quartz runs over the end, as in {@code 22-2}
 * @param step 1 or more
 * @param star whether it is written with {@code *}, which makes Unix cron regard a field of days as not restricted
 */
public record CronSpan(int first, int last, int step, boolean star) {
    public CronSpan {
        Checks.within("step", step, 1, Integer.MAX_VALUE);
    }

    /** All numbers of a unit, or every n-th of them from the least on. */
    static CronSpan everyOf(CronUnit unit, int step) {
        return new CronSpan(unit.least(), unit.starLast(), step, true);
    }

    static CronSpan single(int number) {
        return new CronSpan(number, number, 1, false);
    }

    boolean isSingle() {
        return first == last && !star;
    }
}
