package org.tickmark.calendar.ics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.api.host.calendar.ParticipantRole;

/** Those who take part by the file of another program: shown as it names them, but their time is not taken here and nobody writes to them. */
public final class FileAttendees {
    private static final String MAILTO = "mailto:";

    private FileAttendees() {}

    /** Those of an event, of its fields. */
    public static List<Participant> of(Map<String, String> fields) {
        List<Participant> attendees = new ArrayList<>();
        int depth = 0;
        for (ContentLine line : ContentLine.read(fields.getOrDefault(EventFields.REST, ""))) {
            switch (line.name()) {
                case "BEGIN" -> depth++;
                case "END" -> depth--;
                case "ATTENDEE" -> {
                    if (depth == 0) {
                        attendees.add(attendee(line));
                    }
                }
                default -> {}
            }
        }
        return attendees;
    }

    private static Participant attendee(ContentLine line) {
        return new Participant(
                address(line), role(line), printable(line.parameter("CN").orElse("")), answer(line), "");
    }

    /** The address that a line names, in lower case. */
    static String address(ContentLine line) {
        String address = printable(line.value()).toLowerCase(Locale.ROOT);
        return address.startsWith(MAILTO) ? address.substring(MAILTO.length()) : address;
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static ParticipantRole role(ContentLine line) {
        return switch (line.parameter("ROLE").orElse("").toUpperCase(Locale.ROOT)) {
            case "CHAIR" -> ParticipantRole.CHAIR;
            case "OPT-PARTICIPANT", "NON-PARTICIPANT" -> ParticipantRole.OPTIONAL;
            default -> ParticipantRole.REQUIRED;
        };
    }

    private static Answer answer(ContentLine line) {
        return line.parameter("PARTSTAT").flatMap(Answer::ofWord).orElse(Answer.NEEDS_ACTION);
    }
}
