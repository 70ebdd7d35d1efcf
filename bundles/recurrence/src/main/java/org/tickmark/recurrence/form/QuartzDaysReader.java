package org.tickmark.recurrence.form;

import java.util.ArrayList;
import java.util.List;

/** Reads the two fields of days of a Quartz expression, of which exactly one is {@code ?}. */
final class QuartzDaysReader {
    private static final int MOST_BEFORE_LAST = 30;

    private final CronFieldReader ofMonth;
    private final CronFieldReader ofWeek;

    private final List<CronSpan> days = new ArrayList<>();
    private final List<Integer> nearestTo = new ArrayList<>();
    private final List<Integer> beforeLast = new ArrayList<>();
    private final List<Integer> nearestToBeforeLast = new ArrayList<>();

    QuartzDaysReader(CronFieldReader ofMonth, CronFieldReader ofWeek) {
        this.ofMonth = ofMonth;
        this.ofWeek = ofWeek;
    }

    QuartzDays read() {
        boolean noDayOfMonth = ofMonth.take('?');
        boolean noDayOfWeek = ofWeek.take('?');
        if (noDayOfMonth == noDayOfWeek) {
            String found = noDayOfMonth ? "\"?\" in both fields of days" : "no \"?\" in the fields of days";
            throw ofWeek.fail(ofWeek.position(), "found " + found + ", expected it in exactly one of them");
        }
        if (noDayOfMonth) {
            ofMonth.requireEnd(CronUnit.DAY_OF_MONTH);
            return weekdays();
        }
        ofWeek.requireEnd(CronUnit.QUARTZ_DAY_OF_WEEK);
        return daysOfMonth();
    }

    private QuartzDays daysOfMonth() {
        do {
            readDayOfMonth();
        } while (ofMonth.take(','));
        ofMonth.requireEnd(CronUnit.DAY_OF_MONTH);
        boolean alone = nearestTo.isEmpty() && beforeLast.isEmpty() && nearestToBeforeLast.isEmpty();
        return alone && QuartzDays.isStar(days)
                ? new QuartzDays.Every()
                : new QuartzDays.OfMonth(days, nearestTo, beforeLast, nearestToBeforeLast);
    }

    private void readDayOfMonth() {
        if (ofMonth.take('L')) {
            int before = ofMonth.take('-') ? beforeLast() : 0;
            (ofMonth.take('W') ? nearestToBeforeLast : beforeLast).add(before);
            return;
        }
        CronSpan span = ofMonth.span(CronUnit.DAY_OF_MONTH, true);
        if (span.isSingle() && ofMonth.take('W')) {
            nearestTo.add(span.first());
        } else {
            days.add(span);
        }
    }

    private int beforeLast() {
        int place = ofMonth.position();
        int before = ofMonth.digits("the number of days before the last");
        if (before > MOST_BEFORE_LAST) {
            throw ofMonth.fail(place, "found L-" + before + ", expected at most L-" + MOST_BEFORE_LAST);
        }
        return before;
    }

    private QuartzDays weekdays() {
        int place = ofWeek.position();
        if (ofWeek.take('L') && ofWeek.isAtEnd()) {
            return week(new CronField(CronUnit.QUARTZ_DAY_OF_WEEK, List.of(CronSpan.single(7))));
        }
        ofWeek.back(place);
        CronSpan first = ofWeek.span(CronUnit.QUARTZ_DAY_OF_WEEK, true);
        if (first.isSingle() && ofWeek.take('L')) {
            ofWeek.requireEnd(CronUnit.QUARTZ_DAY_OF_WEEK);
            return new QuartzDays.LastOfWeekday(CronUnit.QUARTZ_DAY_OF_WEEK.weekday(first.first()));
        }
        if (first.isSingle() && ofWeek.take('#')) {
            return nth(first);
        }
        ofWeek.back(place);
        return week(ofWeek.quartz(CronUnit.QUARTZ_DAY_OF_WEEK));
    }

    private QuartzDays nth(CronSpan weekday) {
        int place = ofWeek.position();
        int nth = ofWeek.digits("1 to 5 after #");
        if (nth < 1 || nth > 5) {
            throw ofWeek.fail(place, "found #" + nth + ", expected #1 to #5");
        }
        ofWeek.requireEnd(CronUnit.QUARTZ_DAY_OF_WEEK);
        return new QuartzDays.NthOfWeekday(CronUnit.QUARTZ_DAY_OF_WEEK.weekday(weekday.first()), nth);
    }

    private static QuartzDays week(CronField field) {
        return QuartzDays.isStar(field.spans()) ? new QuartzDays.Every() : new QuartzDays.OfWeek(field);
    }
}
