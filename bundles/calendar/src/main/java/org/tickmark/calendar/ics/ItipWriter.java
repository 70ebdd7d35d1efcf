package org.tickmark.calendar.ics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.calendar.series.FieldRules;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Item;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Changes;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/**
 * Writes invitations and what follows them. Nothing but what others are to know is in them: no notes of our own, no reminders.
 *
 * <p>Source: RFC 5546 sections 3.2.2, 3.2.5 and 3.2.8.
 */
public final class ItipWriter {
    private final String method;
    private final Sender sender;
    private final Clocks clocks;
    private final BiFunction<Map<String, String>, LocalDateTime, List<Attendee>> attendees;

    /**
     * A message.
     *
     * @param method REQUEST, CANCEL or DECLINECOUNTER
     * @param attendees who takes part in an occurrence, of its fields and original start
     */
    public ItipWriter(
            String method,
            Sender sender,
            Clocks clocks,
            BiFunction<Map<String, String>, LocalDateTime, List<Attendee>> attendees) {
        this.method = method;
        this.sender = sender;
        this.clocks = clocks;
        this.attendees = attendees;
    }

    /**
     * What a message tells of its invitation.
     *
     * @param organizer address that it comes from
     * @param sequence number of the state of the invitation
     */
    public record Sender(String organizer, int sequence) {}

    /**
     * When it is written.
     *
     * @param horizon how far dates are written that no rule of RFC 5545 gives
     * @param home zone of days
     */
    public record Clocks(Instant stamp, Instant horizon, ZoneId home) {}

    /**
     * Someone who is asked, or something.
     *
     * @param address where they are written to; empty for things and people without
     */
    public record Attendee(Participant participant, Optional<String> address) {}

    /**
     * The message.
     *
     * @param dates original starts of the dates that it is about; none for all of the item
     */
    public String text(Item item, SortedSet<LocalDateTime> dates) {
        IcsWriter writer = new IcsWriter(clocks.stamp(), clocks.horizon(), clocks.home(), Optional.of(method));
        String uid = uid(item);
        if (dates.isEmpty() || item.content() instanceof Single) {
            return writer.add(written(item), uid).text();
        }
        for (LocalDateTime date : dates) {
            Moment original = item.dial().at(date);
            item.content().occurrence(original).ifPresent(one -> writer.date(uid, written(one)));
        }
        return writer.text();
    }

    private static String uid(Item item) {
        Map<String, String> fields = item.content() instanceof Series series
                ? series.fields()
                : ((Single) item.content()).occurrence().fields();
        return fields.getOrDefault(FieldRules.UID, "");
    }

    private Item written(Item item) {
        if (item.content() instanceof Single single) {
            return new Item(item.owner(), new Single(written(single.occurrence())));
        }
        Series series = (Series) item.content();
        List<Deviation> told = new ArrayList<>();
        for (Deviation deviation : series.deviations()) {
            told.add(series.occurrence(deviation.original())
                    .map(one -> written(deviation, one))
                    .orElse(deviation));
        }
        LocalDateTime start = series.start().wallClock();
        Series bare =
                Series.of(series.recurrence()).lasting(series.length()).withFields(fields(series.fields(), start));
        return new Item(item.owner(), bare.with(told));
    }

    private Deviation written(Deviation deviation, Occurrence one) {
        Changes given = HandChanges.of(deviation);
        Changes changes = Changes.none();
        changes = given.start().map(changes::withStart).orElse(changes);
        changes = given.length().map(changes::withLength).orElse(changes);
        Map<String, String> fields = fields(one.fields(), one.original().wallClock());
        for (String name : List.of(Fields.TITLE, Fields.LOCATION, Fields.NOTE, EventFields.REST)) {
            changes = changes.withField(name, fields.getOrDefault(name, ""));
        }
        return deviation instanceof Deviation.Added
                ? new Deviation.Added(deviation.original(), changes)
                : new Deviation.Changed(deviation.original(), changes);
    }

    private Occurrence written(Occurrence one) {
        return new Occurrence(
                one.original(),
                one.start(),
                one.length(),
                fields(one.fields(), one.original().wallClock()),
                one.origin());
    }

    /** What is told of the fields, with the lines of an invitation as such that are written as they are. */
    private Map<String, String> fields(Map<String, String> fields, LocalDateTime original) {
        Map<String, String> told = new TreeMap<>();
        for (String name : List.of(Fields.TITLE, Fields.LOCATION, Fields.NOTE, FieldRules.UID)) {
            if (!fields.getOrDefault(name, "").isEmpty()) {
                told.put(name, fields.get(name));
            }
        }
        if (fields.getOrDefault(Fields.SHOW_AS, "").equals(FieldRules.FREE)) {
            told.put(Fields.SHOW_AS, FieldRules.FREE);
        }
        told.put(EventFields.REST, String.join("\n", lines(fields, original)));
        return told;
    }

    private List<String> lines(Map<String, String> fields, LocalDateTime original) {
        List<String> lines = new ArrayList<>();
        lines.add("SEQUENCE:" + sender.sequence());
        lines.add("ORGANIZER:mailto:" + sender.organizer());
        for (Attendee attendee : attendees.apply(fields, original)) {
            Participant one = attendee.participant();
            if (attendee.address().isPresent()) {
                lines.add(attendee(one, attendee.address().get()));
            } else if (one.isResource()) {
                String name = one.who().substring(Participant.RESOURCE.length());
                lines.add("RESOURCES:" + ContentLine.escaped(name));
            }
        }
        if (method.equals("CANCEL")) {
            lines.add("STATUS:CANCELLED");
        }
        return lines;
    }

    private static String attendee(Participant one, String address) {
        String name = one.name().isEmpty() ? "" : ";CN=\"" + one.name() + '"';
        boolean open = one.answer() == Answer.NEEDS_ACTION;
        return "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=" + one.role().standard() + ";PARTSTAT="
                + one.answer().name().replace('_', '-') + (open ? ";RSVP=TRUE" : "") + name + ":mailto:" + address;
    }
}
