package org.tickmark.calendar.people;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.calendar.people.Answers.Given;
import org.tickmark.calendar.series.FieldRules;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.ItemText;
import org.tickmark.calendar.series.Who;
import org.tickmark.recurrence.series.Occurrence;

/**
 * What follows for those who take part when an item changes: whoever agreed to a time has not agreed to another, and an invitation whose times
 * change is a new state of it.
 *
 * <p>Source: RFC 5546 sections 2.1.4 (SEQUENCE) and 3.2.2.1.
 */
public final class Sequel {
    /** More dates than these are not told apart: everybody is asked anew. */
    private static final int FEW = 10;

    private static final int LOOKED_AT = 400;

    private Sequel() {}

    /**
     * The item with the state of its invitation.
     *
     * @param before what stands under its number; empty for a new one
     * @param revision that it gets
     * @param returns whether it stood before, was away, and comes back
     * @param uid the name of an invitation that has none yet
     */
    public static Item numbered(Optional<Item> before, Item after, int revision, boolean returns, String uid) {
        if (People.in(after).isEmpty() && People.in(before.orElse(after)).isEmpty()) {
            return after;
        }
        int sequence = returns ? revision : before.map(People::sequence).orElse(0);
        if (before.isPresent() && !times(before.get()).equals(times(after))) {
            sequence = revision;
        }
        Map<String, String> fields = new TreeMap<>();
        fields.put(Who.SEQUENCE, sequence == 0 ? "" : Integer.toString(sequence));
        if (People.writes(after)
                && People.fields(after).getOrDefault(FieldRules.UID, "").isEmpty()) {
            fields.put(FieldRules.UID, uid);
        }
        return People.with(after, fields);
    }

    /** What of an item is its times. */
    private static Map<String, String> times(Item item) {
        Map<String, String> times = new TreeMap<>(ItemText.write(item));
        times.keySet().removeIf(key -> key.startsWith("field.") || key.contains(".field.") || key.equals("owner"));
        return times;
    }

    /**
     * The item without answers to times that are not what they were.
     *
     * @param before what it was made of
     */
    public static Item askedAnew(Item before, Item after, Instant now) {
        List<String> answered = People.fields(after).keySet().stream()
                .filter(name -> name.startsWith(Who.ANSWER))
                .toList();
        if (answered.isEmpty()) {
            return after;
        }
        List<LocalDateTime> elsewhere = elsewhere(before, after);
        Map<String, String> fields = new TreeMap<>();
        for (String name : answered) {
            fields.put(
                    name,
                    elsewhere.size() > FEW
                            ? ""
                            : asked(Answers.read(People.fields(after).get(name)), elsewhere, now)
                                    .text());
        }
        return People.with(after, fields);
    }

    private static Answers asked(Answers answers, List<LocalDateTime> dates, Instant now) {
        Answers asked = answers;
        for (LocalDateTime date : dates) {
            if (asked.to(date).isPresent()) {
                asked = asked.with(new Given(Optional.of(date), false, Answer.NEEDS_ACTION, now, ""));
            }
        }
        return asked;
    }

    /** The dates that are new, or at another time than before: a few, or more than a few. */
    private static List<LocalDateTime> elsewhere(Item before, Item after) {
        List<LocalDateTime> elsewhere = new ArrayList<>();
        after.content().occurrences().limit(LOOKED_AT).forEach(one -> {
            boolean same = before.content()
                    .occurrence(one.original())
                    .filter(earlier -> sameTime(earlier, one))
                    .isPresent();
            if (!same) {
                elsewhere.add(one.original().wallClock());
            }
        });
        return elsewhere;
    }

    private static boolean sameTime(Occurrence one, Occurrence other) {
        return one.start().equals(other.start()) && one.length().equals(other.length());
    }
}
