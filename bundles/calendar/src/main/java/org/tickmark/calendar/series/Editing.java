package org.tickmark.calendar.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.AppointmentStatus;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Preview.EditCase;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Changes;
import org.tickmark.recurrence.series.EditRefused;
import org.tickmark.recurrence.series.EditResult;
import org.tickmark.recurrence.series.Effect;
import org.tickmark.recurrence.series.HandChanged;
import org.tickmark.recurrence.series.Length;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Scope;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.SeriesChange;
import org.tickmark.recurrence.series.Single;
import org.tickmark.recurrence.series.Split;
import org.tickmark.recurrence.series.StartChange;

/**
 * Edits as values: what would stand after one. A refusal is a {@link TickmarkException} with the code {@code calendar.refused}, a value
 * that is wrong one with {@code calendar.invalid}.
 */
public final class Editing {
    private final Piece content;
    private final Moment original;
    private final Dial dial;

    private Editing(Item item, Moment original) {
        this.content = item.content();
        this.original = original;
        this.dial = item.dial();
    }

    /**
     * What an edit makes of an item.
     *
     * @param original the original moment that the edit is done at
     * @param action anything but joining, which takes two
     */
    public static Outcome of(Item item, Moment original, Edit.Action action) {
        return new Editing(item, original).outcome(action);
    }

    private Outcome outcome(Edit.Action action) {
        if (content instanceof Single single) {
            return alone(single.occurrence(), action);
        }
        Series series = (Series) content;
        if (action instanceof Edit.Cut) {
            return cut(series);
        }
        EditResult result = result(series, action);
        if (result instanceof EditRefused refused) {
            throw refusal(refused);
        }
        return outcome(series, (SeriesChange) result, reach(action));
    }

    private static Reach reach(Edit.Action action) {
        if (action instanceof Edit.Change change) {
            return change.reach();
        }
        return action instanceof Edit.Add || action instanceof Edit.Restore ? Reach.THIS : Reach.ALL;
    }

    private EditResult result(Series series, Edit.Action action) {
        if (action instanceof Edit.Change change) {
            requireNotCompleted(series.occurrence(original), change);
            return series.edit()
                    .change(original, changes(change), scope(change.reach()), handChanged(change.handChanged()));
        }
        if (action instanceof Edit.Repeat repeat) {
            return series.edit().changeRule(original, SeriesRules.read(repeat.rule()), scope(repeat.reach()));
        }
        if (action instanceof Edit.Begin begin) {
            return series.edit().changeStart(original, dial.at(begin.start()), startChange(begin.how()));
        }
        if (action instanceof Edit.Delete delete) {
            return series.edit().delete(original, scope(delete.reach()));
        }
        if (action instanceof Edit.Stop) {
            return series.edit().stop(original);
        }
        return action instanceof Edit.Add
                ? series.edit().add(original, Changes.none())
                : series.edit().restore(original);
    }

    private static Outcome outcome(Series before, SeriesChange change, Reach reach) {
        Effect effect = change.effect();
        List<Moment> lost =
                effect.lost().stream().map(deviation -> deviation.original()).toList();
        return new Outcome(
                settled(before, change.pieces()),
                EditCase.valueOf(change.editCase().name()),
                effect.changed(),
                effect.removed(),
                reach == Reach.THIS ? 0 : effect.kept().size(),
                lost,
                effect.oldRuleEnds());
    }

    private static List<Piece> settled(Series before, List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece instanceof Series series
                        ? SeriesRules.settled(before, series)
                        : Drafts.alone(((Single) piece).occurrence()))
                .toList();
    }

    private Outcome cut(Series series) {
        if (series.occurrence(original).isEmpty()) {
            throw refusal(new EditRefused(EditRefused.Reason.NO_SUCH_OCCURRENCE, original));
        }
        Split split = series.edit().split(original);
        List<Piece> pieces = repeating(split.before());
        if (pieces.isEmpty()) {
            throw CalendarTexts.refused("NOTHING_BEFORE")
                    .found(original.toString())
                    .exception();
        }
        pieces.addAll(repeating(split.after()));
        return new Outcome(
                settled(series, pieces),
                EditCase.CHANGED_IN_SERIES,
                OptionalLong.of(0),
                OptionalLong.of(0),
                series.deviations().size(),
                List.of(),
                series.recurrence().previous(original));
    }

    /** The pieces that take place; a series of one appointment is that one alone. */
    private static List<Piece> repeating(List<Piece> pieces) {
        List<Piece> repeating = new ArrayList<>();
        for (Piece piece : pieces) {
            List<Occurrence> first = piece.occurrences().limit(2).toList();
            if (first.size() == 1) {
                repeating.add(Drafts.alone(first.get(0)));
            } else if (!first.isEmpty()) {
                repeating.add(piece);
            }
        }
        return repeating;
    }

    /**
     * One series of two that were cut.
     *
     * @throws TickmarkException {@code calendar.refused} if they are not what a cut has left
     */
    public static Outcome join(Series before, Series after) {
        Series whole = joined((Series) Uids.without(before), (Series) Uids.without(after));
        return Outcome.changing(0, List.of(whole.withFields(before.fields())));
    }

    private static Series joined(Series before, Series after) {
        Optional<Series> joined = SeriesRules.isOfDates(before) && SeriesRules.isOfDates(after)
                ? joinedDates(before, after)
                : Series.join(before, after);
        return joined.orElseThrow(() ->
                CalendarTexts.refused("NOT_CUT").found(after.start().toString()).exception());
    }

    private static Optional<Series> joinedDates(Series before, Series after) {
        List<Moment> dates = new ArrayList<>(before.recurrence().occurrences().toList());
        dates.addAll(after.recurrence().occurrences().toList());
        boolean fit = before.length().equals(after.length())
                && before.fields().equals(after.fields())
                && Dial.of(before.start()).equals(Dial.of(after.start()));
        return fit
                ? Optional.of(SeriesRules.ofDates(
                                before, dates.stream().map(Moment::wallClock).toList())
                        .with(after.deviations()))
                : Optional.empty();
    }

    // What stands alone

    private Outcome alone(Occurrence occurrence, Edit.Action action) {
        if (action instanceof Edit.Change change) {
            requireNotCompleted(Optional.of(occurrence), change);
            return Outcome.changing(1, List.of(new Single(changed(occurrence, changes(change)))));
        }
        if (action instanceof Edit.Begin begin) {
            return Outcome.changing(
                    1, List.of(new Single(changed(occurrence, Changes.toStart(dial.at(begin.start()))))));
        }
        if (action instanceof Edit.Delete) {
            return Outcome.removing();
        }
        if (action instanceof Edit.Repeat repeat) {
            Series series = SeriesRules.series(occurrence.start(), repeat.rule())
                    .lasting(occurrence.length())
                    .withFields(occurrence.fields());
            return Outcome.changing(1, List.of(Drafts.settled(series)));
        }
        throw CalendarTexts.refused("ALONE").exception();
    }

    private static Occurrence changed(Occurrence occurrence, Changes changes) {
        Map<String, String> fields = new TreeMap<>(occurrence.fields());
        fields.putAll(changes.fields());
        return new Occurrence(
                occurrence.original(),
                changes.start().orElse(occurrence.start()),
                changes.length().orElse(occurrence.length()),
                fields,
                occurrence.origin());
    }

    // Values

    private Changes changes(Edit.Change change) {
        FieldRules.check(change.fields());
        Changes changes = Changes.none();
        if (change.start().isPresent()) {
            changes = changes.withStart(dial.at(change.start().get()));
        }
        if (change.length().isPresent()) {
            changes = changes.withLength(fitting(Lengths.read(change.length().get())));
        }
        for (Map.Entry<String, String> field : change.fields().entrySet()) {
            changes = changes.withField(field.getKey(), field.getValue());
        }
        return changes;
    }

    private Length fitting(Length length) {
        if (dial.allDay() && length.seconds() > 0) {
            throw CalendarTexts.refused("LENGTH_OF_DATE")
                    .found(length.toString())
                    .exception();
        }
        return length;
    }

    /** What is completed is changed only together with its status. */
    private static void requireNotCompleted(Optional<Occurrence> chosen, Edit.Change change) {
        boolean completed = chosen.filter(occurrence -> AppointmentStatus.COMPLETED
                        .word()
                        .equals(occurrence.fields().get(Fields.STATUS)))
                .isPresent();
        if (completed && change.reach() == Reach.THIS && !change.fields().containsKey(Fields.STATUS)) {
            throw CalendarTexts.refused("COMPLETED").exception();
        }
    }

    static TickmarkException refusal(EditRefused refused) {
        return CalendarTexts.refused(refused.reason().name())
                .found(refused.at().wallClock().toString())
                .exception();
    }

    private static Scope scope(Reach reach) {
        return switch (reach) {
            case THIS -> Scope.THIS;
            case FOLLOWING -> Scope.THIS_AND_FOLLOWING;
            case ALL -> Scope.ALL;
        };
    }

    private static HandChanged handChanged(Edit.HandChanged choice) {
        return HandChanged.valueOf(choice.name());
    }

    private static StartChange startChange(Edit.Restart how) {
        return switch (how) {
            case SHIFT -> StartChange.SHIFT_ALL;
            case REANCHOR -> StartChange.REANCHOR;
            case SPLIT -> StartChange.SPLIT;
        };
    }
}
