package org.tickmark.calendar.ics;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.Drafts;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Lengths;
import org.tickmark.calendar.series.SeriesRules;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Changes;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Length;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/**
 * Reads events of iCalendar files as items. What cannot be read is left out and told, event by event.
 *
 * <p>Source: RFC 5545 sections 3.6.1 and 3.8.4.4 to 3.8.5.3. Doubtful points: {@code INTERPRETATION.md}.
 */
public final class IcsReader {
    private static final int LONGEST = 50_000_000;

    private final String from;
    private final String owner;
    private final List<ReadItem> items = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private IcsMoments moments;

    private IcsReader(String from, String owner) {
        this.from = from;
        this.owner = owner;
    }

    /** A time as the clock of a start shows it. */
    public static Moment beside(Moment start, Moment moment) {
        return IcsMoments.beside(start, moment);
    }

    /**
     * An item of a file.
     *
     * @param uid what the file names it by; empty where it cannot be found by that again
     */
    public record ReadItem(String uid, Item item) {}

    /** What was read, and what was not. */
    public record ReadCalendar(List<ReadItem> items, List<Problem> problems) {
        public ReadCalendar {
            items = List.copyOf(items);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file of lines, or of JSON.
     *
     * @param from what the file is called
     * @param owner whose the items are
     * @throws TickmarkException {@code calendar.invalid} if it is no iCalendar file
     */
    public static ReadCalendar read(String text, String from, String owner) {
        return new IcsReader(from, owner).read(text);
    }

    private ReadCalendar read(String text) {
        List<Component> calendars = text.length() > LONGEST ? List.of() : components(text);
        List<Component> parts = calendars.stream()
                .filter(calendar -> calendar.name().equals("VCALENDAR"))
                .flatMap(calendar -> calendar.parts().stream())
                .toList();
        if (calendars.stream().noneMatch(calendar -> calendar.name().equals("VCALENDAR"))) {
            throw CalendarTexts.invalid(from, "ics.none").exception();
        }
        moments = new IcsMoments(new IcsZones(
                parts.stream().filter(part -> part.name().equals("VTIMEZONE")).toList()));
        Map<String, List<Component>> byUid = new LinkedHashMap<>();
        for (Component part : parts) {
            if (part.name().equals("VEVENT")) {
                byUid.computeIfAbsent(uid(part, byUid.size()), any -> new ArrayList<>())
                        .add(part);
            } else if (!part.name().equals("VTIMEZONE")) {
                warn("ics.other", part.name());
            }
        }
        byUid.forEach(this::readEvents);
        return new ReadCalendar(items, problems);
    }

    private static List<Component> components(String text) {
        return Jcal.isLike(text) ? Jcal.read(text) : Component.read(text);
    }

    /** An event without a name is one of its own. */
    private static String uid(Component event, int place) {
        return event.line("UID").map(ContentLine::text).orElse(" " + place);
    }

    private void warn(String message, String found) {
        problems.add(Problem.warning("calendar.ics", CalendarTexts.message(message))
                .where(from)
                .found(found)
                .build());
    }

    private void readEvents(String uid, List<Component> events) {
        List<Component> overrides = events.stream()
                .filter(event -> event.line("RECURRENCE-ID").isPresent())
                .toList();
        List<Component> masters =
                events.stream().filter(event -> !overrides.contains(event)).toList();
        try {
            if (masters.isEmpty()) {
                warn("ics.no-master", uid);
                overrides.forEach(event -> items.add(new ReadItem("", single(event))));
            } else {
                Component master = masters.get(masters.size() - 1);
                items.add(new ReadItem(uid.startsWith(" ") ? "" : uid, item(master, overrides)));
            }
        } catch (TickmarkException unreadable) {
            problems.add(unreadable.problem().within(from + ", UID " + uid.strip()));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException outOfBounds) {
            problems.add(CalendarTexts.invalid(from + ", UID " + uid.strip(), "ics.event")
                    .found(String.valueOf(outOfBounds.getMessage()))
                    .build());
        }
    }

    private Item item(Component master, List<Component> overrides) {
        List<ContentLine> rules = master.all("RRULE");
        boolean repeats = !rules.isEmpty()
                || master.line("RDATE").isPresent()
                || master.line(IcsWriter.RULE).isPresent();
        if (!repeats) {
            return single(master);
        }
        if (rules.size() > 1) {
            throw CalendarTexts.invalid("RRULE", "ics.rules")
                    .found(Integer.toString(rules.size()))
                    .exception();
        }
        Series bare = bare(master, rules);
        Moment start = start(master);
        Series series = bare.lasting(moments.length(master, start)).withFields(EventFields.read(master));
        boolean skips = series.occurrence(start).isEmpty() && !rules.isEmpty();
        if (skips) {
            warn("ics.start", start.toString());
        }
        return new Item(owner, Drafts.settled(series.with(deviations(series, master, overrides))));
    }

    private Item single(Component event) {
        Moment start = start(event);
        Length length = moments.length(event, start);
        length.end(start);
        return new Item(
                owner,
                new Single(new Occurrence(start, start, length, EventFields.read(event), Occurrence.Origin.RULE)));
    }

    private Moment start(Component event) {
        return event.line("DTSTART").map(moments::read).orElseThrow(() -> CalendarTexts.invalid(
                        "DTSTART", "ics.no-start")
                .exception());
    }

    private Series bare(Component master, List<ContentLine> rules) {
        Moment start = start(master);
        Optional<ContentLine> own = master.line(IcsWriter.RULE);
        if (own.isPresent()) {
            Moment ownStart = master.line(IcsWriter.START)
                    .map(line -> Moment.parse(line.value()))
                    .orElse(start);
            return SeriesRules.series(ownStart, own.get().text());
        }
        if (!rules.isEmpty()) {
            return SeriesRules.series(start, rules.get(0).value().strip());
        }
        List<LocalDateTime> dates = Stream.concat(Stream.of(start), singleDates(master, start))
                .map(Moment::wallClock)
                .toList();
        return SeriesRules.series(
                start,
                "pattern:dates "
                        + dates.stream()
                                .sorted()
                                .distinct()
                                .map(LocalDateTime::toString)
                                .collect(Collectors.joining(",")));
    }

    private Stream<Moment> singleDates(Component master, Moment start) {
        return master.all("RDATE").stream()
                .flatMap(line -> values(line).map(value -> moments.read(line, value.split("/", -1)[0])))
                .map(moment -> IcsMoments.beside(start, moment));
    }

    private static Stream<String> values(ContentLine line) {
        return Arrays.stream(line.value().split(",", -1)).map(String::strip);
    }

    private List<Deviation> deviations(Series series, Component master, List<Component> overrides) {
        Map<Moment, Deviation> deviations = new LinkedHashMap<>();
        Moment start = series.start();
        for (ContentLine line : master.all("RDATE")) {
            values(line).forEach(value -> {
                Moment date = IcsMoments.beside(start, moments.read(line, value.split("/", -1)[0]));
                Changes changes = period(line, value, date);
                if (!series.recurrence().matches(date) || !changes.isEmpty()) {
                    deviations.put(date, new Deviation.Added(date, changes));
                }
            });
        }
        for (Component override : overrides) {
            Deviation changed = override(series, override);
            boolean added = deviations.get(changed.original()) instanceof Deviation.Added;
            Changes changes = ((Deviation.Changed) changed).changes();
            deviations.put(changed.original(), added ? new Deviation.Added(changed.original(), changes) : changed);
        }
        for (ContentLine line : master.all("EXDATE")) {
            values(line).forEach(value -> {
                Moment date = IcsMoments.beside(start, moments.read(line, value));
                deviations.put(date, new Deviation.Excluded(date));
            });
        }
        return List.copyOf(deviations.values());
    }

    /** A period has a length of its own. */
    private Changes period(ContentLine line, String value, Moment date) {
        String[] parts = value.split("/", -1);
        if (parts.length < 2) {
            return Changes.none();
        }
        boolean isLength = parts[1].startsWith("P");
        Length length = isLength ? Lengths.read(parts[1]) : IcsMoments.between(date, moments.read(line, parts[1]));
        return Changes.none().withLength(length);
    }

    /** One occurrence with all its values; what the series has and it has not, it has empty. */
    private Deviation override(Series series, Component event) {
        ContentLine line = event.line("RECURRENCE-ID").orElseThrow();
        line.parameter("RANGE").ifPresent(range -> warn("ics.range", range));
        Moment original = IcsMoments.beside(series.start(), moments.read(line));
        Moment start = start(event);
        Moment beside = IcsMoments.beside(series.start(), start);
        Changes changes = Changes.toStart(beside).withLength(moments.length(event, start));
        Map<String, String> fields = new TreeMap<>();
        series.fields().keySet().forEach(name -> fields.put(name, ""));
        fields.putAll(EventFields.read(event));
        for (Map.Entry<String, String> field : fields.entrySet()) {
            changes = changes.withField(field.getKey(), field.getValue());
        }
        return new Deviation.Changed(original, changes);
    }
}
