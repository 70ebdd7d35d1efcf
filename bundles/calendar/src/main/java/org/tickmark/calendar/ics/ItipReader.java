package org.tickmark.calendar.ics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.recurrence.Moment;

/**
 * Reads what people send back to invitations.
 *
 * <p>Source: RFC 5546 sections 3.2.3 (REPLY) and 3.2.7 (COUNTER).
 */
public final class ItipReader {
    private static final int LONGEST = 1_000_000;
    private static final String REPLY = "REPLY";
    private static final String COUNTER = "COUNTER";

    private final String from;
    private final String method;
    private final IcsMoments moments;

    private ItipReader(String from, String method, IcsMoments moments) {
        this.from = from;
        this.method = method;
        this.moments = moments;
    }

    /**
     * One answer.
     *
     * @param uid the name of the invitation
     * @param sequence the state of the invitation that it answers
     * @param address who answers, in lower case
     * @param date the date that it is about, by the start that the rule gives; empty for all
     * @param goesOn whether those after the date are meant as well
     * @param at when it was written; empty where it does not tell
     * @param comment what was said with it
     * @param proposed the start that is proposed instead; empty unless another time is
     */
    public record Reply(
            String uid,
            int sequence,
            String address,
            Answer answer,
            Optional<Moment> date,
            boolean goesOn,
            Optional<Instant> at,
            String comment,
            Optional<Moment> proposed) {}

    /**
     * Reads a file.
     *
     * @param from what the file is called
     * @throws TickmarkException {@code calendar.reply} if it is no such answer
     */
    public static List<Reply> read(String text, String from) {
        List<Component> calendars = text.length() > LONGEST ? List.of() : Component.read(text);
        Component calendar = calendars.stream()
                .filter(part -> part.name().equals("VCALENDAR"))
                .findFirst()
                .orElseThrow(() -> wrong(from, "reply.none", ""));
        String method = calendar.line("METHOD")
                .map(line -> line.value().strip().toUpperCase(Locale.ROOT))
                .orElse("");
        if (!method.equals(REPLY) && !method.equals(COUNTER)) {
            throw wrong(from, "reply.method", method);
        }
        IcsZones zones = new IcsZones(calendar.parts().stream()
                .filter(part -> part.name().equals("VTIMEZONE"))
                .toList());
        ItipReader reader = new ItipReader(from, method, new IcsMoments(zones));
        List<Reply> replies = new ArrayList<>();
        calendar.parts().stream()
                .filter(part -> part.name().equals("VEVENT"))
                .forEach(event -> replies.add(reader.reply(event)));
        if (replies.isEmpty()) {
            throw wrong(from, "reply.none", "");
        }
        return replies;
    }

    private static TickmarkException wrong(String from, String rule, String found) {
        return CalendarTexts.problem("calendar.reply", rule)
                .where(from)
                .found(found.replaceAll("\\p{Cntrl}", "?"))
                .exception();
    }

    private Reply reply(Component event) {
        List<ContentLine> attendees = event.all("ATTENDEE");
        if (attendees.size() != 1) {
            throw wrong(from, "reply.attendee", Integer.toString(attendees.size()));
        }
        ContentLine attendee = attendees.get(0);
        Optional<ContentLine> date = event.line("RECURRENCE-ID");
        return new Reply(
                event.line("UID").map(line -> line.value().strip()).orElse(""),
                event.line("SEQUENCE").map(this::number).orElse(0),
                FileAttendees.address(attendee),
                answer(attendee),
                date.map(moments::read),
                date.flatMap(line -> line.parameter("RANGE")).isPresent(),
                event.line("DTSTAMP").map(this::instant),
                event.line("COMMENT").map(ContentLine::text).orElse(""),
                method.equals(COUNTER) ? event.line("DTSTART").map(moments::read) : Optional.empty());
    }

    private int number(ContentLine line) {
        try {
            return Integer.parseInt(line.value().strip());
        } catch (NumberFormatException none) {
            throw wrong(from, "reply.number", line.value());
        }
    }

    private Instant instant(ContentLine line) {
        if (moments.read(line) instanceof Moment.Utc utc) {
            return utc.instant();
        }
        throw wrong(from, "reply.stamp", line.value());
    }

    private Answer answer(ContentLine attendee) {
        String state = attendee.parameter("PARTSTAT").orElse("");
        Optional<Answer> answer = Answer.ofWord(state).filter(one -> one != Answer.NEEDS_ACTION);
        return method.equals(COUNTER)
                ? Answer.NEEDS_ACTION
                : answer.orElseThrow(() -> wrong(from, "reply.state", state));
    }
}
