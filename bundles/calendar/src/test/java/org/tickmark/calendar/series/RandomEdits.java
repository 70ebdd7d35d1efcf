package org.tickmark.calendar.series;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.HandChanged;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Length;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;

/** Random series, and random edits that fit them. The same seed gives the same ones. */
public final class RandomEdits {
    private static final List<String> RULES = List.of(
            "pattern:daily on workdays",
            "pattern:daily",
            "pattern:daily every 6",
            "pattern:weekly on TU,TH",
            "pattern:weekly every 3 on MO",
            "pattern:monthly on 31 omit",
            "pattern:monthly on 31 clamp",
            "pattern:monthly every 2 on fourth TH",
            "pattern:monthly on last FR",
            "pattern:yearly on 02-29 omit",
            "pattern:yearly on third TH in 8",
            "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU");

    private final Random random;

    /** Random ones of a seed. */
    public RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    /**
     * An edit.
     *
     * @param original the original moment that it is done at
     * @param action what
     */
    public record Step(Moment original, Edit.Action action) {}

    /** A number from 0 up to a bound, exclusive. */
    public int next(int bound) {
        return random.nextInt(bound);
    }

    /** The text of a rule with 2 to 13 dates. */
    public String rule(LocalDateTime start) {
        int count = 2 + random.nextInt(12);
        if (random.nextInt(6) == 0) {
            List<String> dates = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                dates.add(start.plusDays(random.nextInt(90)).toString());
            }
            return "pattern:dates " + String.join(",", dates);
        }
        String rule = oneOf(RULES);
        return rule.startsWith("RRULE") ? rule + ";COUNT=" + count : rule + " times " + count;
    }

    /** Where a series starts: on a whole quarter of an hour. */
    public LocalDateTime start() {
        return LocalDateTime.of(2026, 1, 1, 6, 0).plusDays(random.nextInt(400)).plusMinutes(15L * random.nextInt(48));
    }

    /** A series of somebody. */
    public Item item(Dial dial) {
        LocalDateTime start = start();
        Series series = SeriesRules.series(dial.at(start), rule(start))
                .lasting(Length.of(Duration.ofMinutes(30)))
                .withFields(Map.of("title", "Round " + random.nextInt(3)));
        return new Item("kari", Drafts.settled(series));
    }

    /** An edit of an item that may be refused, but not for its kind. */
    public Step step(Item item) {
        List<Occurrence> occurrences = item.content().occurrences().toList();
        Occurrence chosen = oneOf(occurrences);
        boolean repeats = item.content() instanceof Series;
        Moment original = chosen.original();
        return switch (random.nextInt(repeats ? 10 : 3)) {
            case 0 -> new Step(original, change(chosen, Reach.THIS));
            case 1 ->
                new Step(
                        original,
                        new Edit.Change(
                                Optional.of(chosen.start().wallClock().plusDays(random.nextInt(7) - 3L)),
                                Optional.empty(),
                                Map.of(),
                                Reach.THIS,
                                HandChanged.FIELD_BY_FIELD));
            case 2 ->
                new Step(original, new Edit.Delete(oneOf(List.of(Reach.THIS, Reach.THIS, Reach.FOLLOWING, Reach.ALL))));
            case 3, 4 -> new Step(original, change(chosen, Reach.ALL));
            case 5 -> new Step(original, change(chosen, Reach.FOLLOWING));
            case 6 -> new Step(original, new Edit.Stop());
            case 7 -> new Step(item.dial().at(odd(original)), new Edit.Add());
            case 8 -> restoring((Series) item.content(), original);
            default -> new Step(original, new Edit.Cut());
        };
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A minute at which nothing else is. */
    private LocalDateTime odd(Moment original) {
        return original.wallClock().toLocalDate().plusDays(random.nextInt(5)).atTime(20, 1 + random.nextInt(14));
    }

    private Step restoring(Series series, Moment original) {
        List<Deviation> deviations = series.deviations();
        return deviations.isEmpty()
                ? new Step(original, new Edit.Delete(Reach.THIS))
                : new Step(oneOf(deviations).original(), new Edit.Restore());
    }

    private Edit.Change change(Occurrence chosen, Reach reach) {
        boolean moves = random.nextInt(3) == 0 && chosen.origin() != Occurrence.Origin.ADDED;
        Optional<LocalDateTime> start = moves
                ? Optional.of(
                        chosen.original().wallClock().toLocalDate().atTime(6, 0).plusMinutes(15L * random.nextInt(48)))
                : Optional.empty();
        String name = random.nextBoolean() ? "title" : "location";
        Map<String, String> fields = random.nextInt(4) == 0 ? Map.of() : Map.of(name, "Room " + random.nextInt(3));
        HandChanged handChanged = oneOf(List.of(HandChanged.values()));
        return new Edit.Change(start, Optional.empty(), fields, reach, handChanged);
    }

    /** A random series after some random edits of it. */
    public static Item edited(long seed, Dial dial) {
        RandomEdits edits = new RandomEdits(seed);
        Item item = edits.item(dial);
        for (int edit = 0; edit < 4; edit++) {
            Step step = edits.step(item);
            item = after(item, step);
        }
        return item;
    }

    /** The last piece that an edit leaves; the item itself where it leaves none, or is refused. */
    private static Item after(Item item, Step step) {
        try {
            List<Piece> pieces =
                    Editing.of(item, step.original(), step.action()).pieces();
            return pieces.isEmpty() ? item : new Item(item.owner(), pieces.get(pieces.size() - 1));
        } catch (TickmarkException refused) {
            return item;
        }
    }
}
