package org.tickmark.console.commands;

import java.util.Locale;
import org.tickmark.recurrence.form.Rules;
import org.tickmark.recurrence.words.Language;
import org.tickmark.recurrence.words.Words;

/** Schedules in words. */
final class ScheduleWords {
    private ScheduleWords() {}

    /** What a schedule says in somebody's language; as it is, where it is no rule: another bundle looks after its times. */
    static String of(String schedule, Locale locale) {
        return Rules.isKind(schedule)
                ? Words.in(Language.of(locale).orElse(Language.ENGLISH)).label(Rules.parse(schedule))
                : schedule;
    }
}
