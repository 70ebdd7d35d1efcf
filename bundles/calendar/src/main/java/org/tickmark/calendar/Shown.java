package org.tickmark.calendar;

import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.calendar.AppointmentKind;
import org.tickmark.api.host.calendar.AppointmentStatus;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.calendar.series.FieldRules;

/**
 * The columns of a row that are made from its fields.
 *
 * @param type 1 in the diary, 2 in the check list
 * @param task number of the kind
 * @param status number of the status
 * @param freeBusy 0 busy, 1 free
 * @param lead minutes blocked before it
 * @param lag minutes blocked after it
 * @param alarm minutes before it at which to remind
 * @param title what it is called
 * @param location where it is
 */
record Shown(
        int type,
        int task,
        int status,
        int freeBusy,
        int lead,
        int lag,
        Optional<Long> alarm,
        String title,
        String location) {
    static Shown of(Map<String, String> fields) {
        AppointmentKind kind =
                AppointmentKind.ofWord(value(fields, Fields.KIND)).orElse(AppointmentKind.APPOINTMENT);
        AppointmentStatus status =
                AppointmentStatus.ofWord(value(fields, Fields.STATUS)).orElse(AppointmentStatus.NOT_STARTED);
        String alarm = value(fields, Fields.ALARM);
        return new Shown(
                kind.type(),
                kind.number(),
                status.number(),
                value(fields, Fields.SHOW_AS).equals(FieldRules.FREE) ? 1 : 0,
                minutes(fields, Fields.LEAD),
                minutes(fields, Fields.LAG),
                alarm.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(alarm)),
                value(fields, Fields.TITLE),
                value(fields, Fields.LOCATION));
    }

    /** Minutes of a field; 0 where it has none. */
    static int minutes(Map<String, String> fields, String name) {
        String value = value(fields, name);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static String value(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
