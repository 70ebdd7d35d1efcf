package org.tickmark.calendar.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.tickmark.api.host.calendar.Preview.EditCase;
import org.tickmark.api.message.Message;
import org.tickmark.recurrence.Moment;

/** What an edit amounts to, as a sentence: {@code 7 appointments change, 2 exceptions kept, the old rule ends on 10 November 2026}. */
final class Sentence {
    private static final Set<EditCase> LEAVES_ONE_ALONE =
            EnumSet.of(EditCase.CHANGED_ON_SECOND, EditCase.DELETE_LEAVING_ONLY_ONE, EditCase.STOP_ON_FIRST);

    private Sentence() {}

    static Message of(Outcome outcome) {
        List<Message> parts = new ArrayList<>();
        count("removed", outcome.removed(), parts);
        count("changed", outcome.changed(), parts);
        if (outcome.kept() > 0) {
            parts.add(CalendarTexts.message("effect.kept", outcome.kept()));
        }
        if (!outcome.lost().isEmpty()) {
            parts.add(CalendarTexts.message("effect.lost", outcome.lost().size()));
        }
        outcome.oldRuleEnds().ifPresent(last -> parts.add(CalendarTexts.message("effect.ends", day(last))));
        if (LEAVES_ONE_ALONE.contains(outcome.editCase())) {
            parts.add(CalendarTexts.message("effect.alone"));
        }
        return parts.isEmpty() ? CalendarTexts.message("effect.nothing") : joined(parts);
    }

    private static void count(String what, OptionalLong number, List<Message> parts) {
        if (number.isEmpty()) {
            parts.add(CalendarTexts.message("effect." + what + "-endless"));
        } else if (number.getAsLong() > 0) {
            parts.add(CalendarTexts.message("effect." + what, number.getAsLong()));
        }
    }

    private static Message joined(List<Message> parts) {
        Message sentence = parts.get(0);
        for (Message part : parts.subList(1, parts.size())) {
            sentence = CalendarTexts.message("effect.joined", sentence, part);
        }
        return sentence;
    }

    private static Message day(Moment moment) {
        LocalDate date = moment.wallClock().toLocalDate();
        return CalendarTexts.message(
                "day",
                date.getDayOfMonth(),
                CalendarTexts.message("month." + date.getMonthValue()),
                Integer.toString(date.getYear()));
    }
}
