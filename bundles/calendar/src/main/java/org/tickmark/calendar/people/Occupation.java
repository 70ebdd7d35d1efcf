package org.tickmark.calendar.people;

import java.util.Map;
import java.util.Set;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.AppointmentStatus;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.calendar.series.FieldRules;

/**
 * How an appointment takes someone's time.
 *
 * @param lead minutes blocked before it
 * @param lag minutes blocked after it
 * @param tentative whether that is not sure
 */
record Occupation(int lead, int lag, boolean tentative) {
    private static final Set<String> NOT_TAKING = Set.of(
            AppointmentStatus.HIDDEN.word(),
            AppointmentStatus.BOOKING_DECLINED.word(),
            AppointmentStatus.BOOKING_DELETED.word(),
            AppointmentStatus.ASSIGNMENT_DECLINED.word());
    private static final String UNKNOWN_TO_US = "x-ics";

    /** Whether it takes anybody's time: not where it is shown as free, or was called off. */
    static boolean takes(Map<String, String> fields) {
        return !fields.getOrDefault(Fields.SHOW_AS, "").equals(FieldRules.FREE)
                && !NOT_TAKING.contains(fields.getOrDefault(Fields.STATUS, ""))
                && !hasStatus(fields, "CANCELLED");
    }

    /** How it takes the time of someone who gave this answer and does not stay away. */
    static Occupation of(Map<String, String> fields, String who, boolean isOwner, Answer answer) {
        boolean unsure = !isOwner && !who.startsWith(Participant.RESOURCE) && answer != Answer.ACCEPTED;
        return new Occupation(
                minutes(fields, Fields.LEAD), minutes(fields, Fields.LAG), unsure || hasStatus(fields, "TENTATIVE"));
    }

    private static boolean hasStatus(Map<String, String> fields, String status) {
        return fields.getOrDefault(UNKNOWN_TO_US, "").lines().anyMatch(line -> line.equals("STATUS:" + status));
    }

    private static int minutes(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
