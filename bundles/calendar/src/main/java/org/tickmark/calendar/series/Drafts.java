package org.tickmark.calendar.series;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Draft.Adjustment;
import org.tickmark.api.host.calendar.Draft.Adjustment.Kind;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Changes;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.EditRefused;
import org.tickmark.recurrence.series.EditResult;
import org.tickmark.recurrence.series.HandChanged;
import org.tickmark.recurrence.series.Length;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Scope;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/** Drafts as what they would be once they are saved. */
public final class Drafts {
    private final Draft draft;
    private final Moment start;
    private final Length length;

    /**
     * Reads a draft.
     *
     * @param home the zone of a draft that names none
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid}
     */
    public Drafts(Draft draft, ZoneId home) {
        this.draft = draft;
        Dial dial = Dial.named(draft.zone().isEmpty() ? home.getId() : draft.zone(), draft.allDay());
        this.start = dial.at(draft.allDay() ? draft.start().toLocalDate().atStartOfDay() : draft.start());
        this.length = Lengths.read(draft.length());
        if (draft.allDay() && (length.seconds() > 0 || length.days() == 0)) {
            throw CalendarTexts.invalid("length", "length.days")
                    .found(draft.length())
                    .exception();
        }
        FieldRules.check(draft.fields());
    }

    /** The series as its rule has it; empty where the draft does not repeat. */
    public Optional<Series> plain() {
        return draft.rule().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        SeriesRules.series(start, draft.rule()).lasting(length).withFields(draft.fields()));
    }

    /** The series with its list of dates adjusted; empty where the draft does not repeat. */
    public Optional<Series> adjusted() {
        return plain().map(series -> {
            Series adjusted = series;
            for (Adjustment adjustment : standing()) {
                adjusted = adjusted(adjusted, adjustment);
            }
            return adjusted;
        });
    }

    /**
     * What is to be saved.
     *
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} if no date is left
     */
    public Piece content() {
        return adjusted()
                .map(Drafts::settled)
                .orElseGet(
                        () -> new Single(new Occurrence(start, start, length, draft.fields(), Occurrence.Origin.RULE)));
    }

    /** A series, or its one occurrence alone. */
    public static Piece settled(Series series) {
        List<Occurrence> first = series.occurrences().limit(2).toList();
        if (first.isEmpty()) {
            throw CalendarTexts.invalid("dates", "dates.none").exception();
        }
        return first.size() > 1 ? series : alone(first.get(0));
    }

    /** An occurrence that stands alone, wherever it came from. */
    static Single alone(Occurrence occurrence) {
        return new Single(new Occurrence(
                occurrence.original(),
                occurrence.start(),
                occurrence.length(),
                occurrence.fields(),
                Occurrence.Origin.RULE));
    }

    /** The adjustments without those that a later reset of the same date undoes. */
    private List<Adjustment> standing() {
        List<Adjustment> standing = new ArrayList<>();
        for (Adjustment next : draft.adjustments()) {
            if (next.kind() == Kind.RESET) {
                standing.removeIf(earlier -> earlier.date().equals(next.date()));
            } else {
                standing.add(next);
            }
        }
        return standing;
    }

    private Series adjusted(Series series, Adjustment adjustment) {
        Moment date = Dial.of(series.start()).at(adjustment.date());
        return switch (adjustment.kind()) {
            case EARLIER -> moved(series, date, -1);
            case LATER -> moved(series, date, 1);
            case ADD ->
                kept(
                        series.edit().add(date, Changes.none()),
                        () -> series.with(List.of(new Deviation.Added(date, Changes.none()))));
            case DELETE -> deleted(series, date);
            case RESET -> series;
        };
    }

    private static Series moved(Series series, Moment date, int days) {
        LocalDateTime now = named(series, date).start().wallClock();
        Changes changes = Changes.toStart(Dial.of(series.start()).at(now.plusDays(days)));
        return kept(
                series.edit().change(date, changes, Scope.THIS, HandChanged.FIELD_BY_FIELD),
                () -> series.with(List.of(new Deviation.Changed(date, changes))));
    }

    private static Series deleted(Series series, Moment date) {
        named(series, date);
        return series.with(List.of(new Deviation.Excluded(date)));
    }

    private static Occurrence named(Series series, Moment date) {
        return series.occurrence(date)
                .orElseThrow(() -> Editing.refusal(new EditRefused(EditRefused.Reason.NO_SUCH_OCCURRENCE, date)));
    }

    /** The one series that an edit leaves; where one occurrence is left, the series that the same change leaves as a list. */
    private static Series kept(EditResult result, Supplier<Series> listed) {
        if (result instanceof EditRefused refused) {
            throw Editing.refusal(refused);
        }
        List<Piece> pieces = result.change().orElseThrow().pieces();
        return pieces.size() == 1 && pieces.get(0) instanceof Series series ? series : listed.get();
    }
}
