package org.tickmark.calendar.people;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.calendar.people.Answers.Given;
import org.tickmark.calendar.series.FieldRules;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Who;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/** Who takes part in appointments, and what they said. */
public final class People {
    private static final Comparator<Participant> IN_ORDER =
            Comparator.comparing(Participant::isResource).thenComparing(Participant::who);

    private People() {}

    /**
     * Those who take part in an occurrence.
     *
     * @param fields of the occurrence
     * @param original the start that its rule gives
     */
    public static List<Participant> of(Map<String, String> fields, LocalDateTime original) {
        List<Participant> people = new ArrayList<>();
        fields.forEach((field, value) -> Who.read(field, value).ifPresent(named -> {
            Optional<Given> given = answers(fields, named.who()).to(original);
            boolean isThing = named.who().startsWith(Participant.RESOURCE);
            people.add(new Participant(
                    named.who(),
                    named.role(),
                    named.name(),
                    given.map(Given::answer).orElse(isThing ? Answer.ACCEPTED : Answer.NEEDS_ACTION),
                    given.map(Given::comment).orElse("")));
        }));
        people.sort(IN_ORDER);
        return people;
    }

    static Answers answers(Map<String, String> fields, String who) {
        return Answers.read(fields.getOrDefault(Who.ANSWER + who, ""));
    }

    /** The fields of all occurrences: those of the series, or of the one, and those that were changed by hand. */
    public static Map<String, String> fields(Item item) {
        return fields(item.content());
    }

    static Map<String, String> fields(Piece content) {
        return content instanceof Series series
                ? series.fields()
                : ((Single) content).occurrence().fields();
    }

    /** Everybody who takes part in any occurrence. */
    public static SortedSet<String> in(Item item) {
        SortedSet<String> names = new TreeSet<>(Who.in(fields(item)));
        if (item.content() instanceof Series series) {
            series.deviations()
                    .forEach(deviation ->
                            names.addAll(Who.in(HandChanges.of(deviation).fields())));
        }
        return names;
    }

    /** Whether people are told by mail. */
    public static boolean writes(Item item) {
        return fields(item).getOrDefault(Fields.SEND_MAIL, "").equals(FieldRules.YES);
    }

    /** The state of the invitation (SEQUENCE). */
    public static int sequence(Item item) {
        return Integer.parseInt(fields(item).getOrDefault(Who.SEQUENCE, "0"));
    }

    /** An item with other values of fields that the whole of it has; an empty one goes. */
    public static Item with(Item item, Map<String, String> changes) {
        Map<String, String> fields = new TreeMap<>(fields(item));
        fields.putAll(changes);
        fields.values().removeIf(String::isEmpty);
        if (item.content() instanceof Series series) {
            return new Item(item.owner(), series.withFields(fields));
        }
        Occurrence one = ((Single) item.content()).occurrence();
        return new Item(
                item.owner(),
                new Single(new Occurrence(one.original(), one.start(), one.length(), fields, one.origin())));
    }

    /**
     * An item with an answer.
     *
     * @param from the date it is given to; empty for all
     * @param goesOn whether those after it are meant as well
     */
    public static Item answered(
            Item item,
            String who,
            Optional<LocalDateTime> from,
            boolean goesOn,
            Answer answer,
            Instant at,
            String said) {
        Answers answers = answers(fields(item), who).with(new Given(from, goesOn, answer, at, said));
        return with(item, Map.of(Who.ANSWER + who, answers.text()));
    }

    /** When the answer was given that counts for a date, or for all; empty while there is none. */
    public static Optional<Instant> answeredAt(Item item, String who, Optional<LocalDateTime> original) {
        Answers answers = answers(fields(item), who);
        return original.isPresent()
                ? answers.to(original.get()).map(Given::at)
                : answers.given().stream().map(Given::at).max(Instant::compareTo);
    }

    /** Fields that are about how something is shown to its owner alone, and no news to others. */
    static Map<String, String> told(Map<String, String> fields) {
        Map<String, String> told = new HashMap<>();
        for (String name : List.of(Fields.TITLE, Fields.LOCATION, Fields.NOTE)) {
            if (!fields.getOrDefault(name, "").isEmpty()) {
                told.put(name, fields.get(name));
            }
        }
        return told;
    }

    static boolean isExcluded(Deviation deviation) {
        return deviation instanceof Deviation.Excluded;
    }
}
