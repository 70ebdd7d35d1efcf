package org.tickmark.console.commands;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.Repetition;
import org.tickmark.api.host.calendar.Repetition.HandChange;
import org.tickmark.console.commands.choice.Choices;

/** How times and names of appointments are written and read. */
final class CalText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private CalText() {}

    static String time(LocalDateTime time) {
        return MINUTE.format(time);
    }

    /** The appointment that is meant. */
    static AppointmentKey key(String given) {
        return AppointmentKey.parse(given).orElseThrow(() -> Texts.problem("usage.cal-id")
                .where(CalCommands.ID)
                .found(given)
                .expected("17, 3@2026-11-10T09:00")
                .exception());
    }

    static Repetition repetition(Appointments appointments, CommandCall call, long id) {
        return appointments.repetition(call.caller(), id).orElseThrow(() -> Texts.problem("usage.cal-unknown-series")
                .found(Long.toString(id))
                .advice(Texts.text("usage.cal-unknown-series.advice"))
                .exception());
    }

    /** What was changed by hand, in one piece: {@code 2026-11-10 09:00 changed: start=2026-11-11 10:00 title=Review}. */
    static String handChange(HandChange change, Locale locale) {
        StringBuilder text = new StringBuilder(time(change.original()))
                .append(' ')
                .append(Choices.text(change.kind()).text(locale));
        change.start().ifPresent(start -> text.append(" start=").append(time(start)));
        change.length().ifPresent(length -> text.append(" length=").append(length));
        for (Map.Entry<String, String> field : change.fields().entrySet()) {
            text.append(' ').append(field.getKey()).append('=').append(field.getValue());
        }
        return text.toString();
    }
}
