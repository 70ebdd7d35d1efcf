package org.tickmark.recurrence.words;

import java.util.List;
import org.tickmark.recurrence.form.CronField;
import org.tickmark.recurrence.form.CronUnit;
import org.tickmark.recurrence.form.QuartzCron;
import org.tickmark.recurrence.form.QuartzDays;
import org.tickmark.recurrence.form.Rrule;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.UnixCron;

/** What reading a written rule must give: the rule of RFC 5545 that says the same, or the form in its shortest spelling. */
final class SameRule {
    private SameRule() {}

    static RuleForm as(RuleForm form) {
        return form.toRecurrenceRule().value().<RuleForm>map(Rrule::new).orElseGet(() -> shortest(form));
    }

    private static RuleForm shortest(RuleForm form) {
        if (form instanceof UnixCron cron) {
            return new UnixCron(
                    shortest(cron.minute()),
                    shortest(cron.hour()),
                    shortest(cron.dayOfMonth()),
                    shortest(cron.month()),
                    shortest(cron.dayOfWeek()));
        }
        if (form instanceof QuartzCron cron) {
            return new QuartzCron(
                    shortest(cron.second()),
                    shortest(cron.minute()),
                    shortest(cron.hour()),
                    shortest(cron.days()),
                    shortest(cron.month()),
                    shortest(cron.year()));
        }
        return form;
    }

    private static CronField shortest(CronField field) {
        return CronField.of(field.unit(), field.numbers().stream().boxed().toList());
    }

    private static QuartzDays shortest(QuartzDays days) {
        if (days instanceof QuartzDays.OfWeek ofWeek) {
            CronField field = shortest(ofWeek.days());
            return field.isAll() ? new QuartzDays.Every() : new QuartzDays.OfWeek(field);
        }
        if (days instanceof QuartzDays.OfMonth ofMonth) {
            List<Integer> numbers = ofMonth.days().isEmpty()
                    ? List.of()
                    : new CronField(CronUnit.DAY_OF_MONTH, ofMonth.days())
                            .numbers().stream().boxed().toList();
            return numbers.size() == 31
                    ? new QuartzDays.Every()
                    : new QuartzDays.OfMonth(
                            numbers.isEmpty()
                                    ? List.of()
                                    : CronField.of(CronUnit.DAY_OF_MONTH, numbers)
                                            .spans(),
                            ofMonth.nearestTo(),
                            ofMonth.beforeLast(),
                            ofMonth.nearestToBeforeLast());
        }
        return days;
    }
}
