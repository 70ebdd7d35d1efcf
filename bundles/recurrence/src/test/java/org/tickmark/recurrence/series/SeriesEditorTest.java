package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.Shift;
import org.tickmark.recurrence.calendar.ShiftPolicy;
import org.tickmark.recurrence.series.EditRefused.Reason;

class SeriesEditorTest {
    private static final LocalDate TUESDAY = LocalDate.of(2021, 11, 2);
    private static final LocalDate THURSDAY = LocalDate.of(2021, 11, 4);
    /** Tuesdays and Thursdays, 25 dates to 27 January 2022. */
    private static final Series SERIES = Series.of(
                    at(THURSDAY), RecurrenceRule.parse("FREQ=WEEKLY;UNTIL=20220127T113000;BYDAY=TU,TH"))
            .lasting(Length.of(Duration.ofMinutes(30)))
            .withFields(Map.of("title", "yoga", "place", "hall"));

    // the eight cases of a deletion, a change and a stop

    @Test
    void deletingWithinTheSeriesExcludesTheDate() {
        SeriesChange change = done(SERIES.edit().delete(at(THURSDAY.plusDays(5)), Scope.THIS));
        assertThat(change.editCase()).isEqualTo(EditCase.NONE);
        assertThat(series(change).deviations()).containsExactly(new Deviation.Excluded(at(THURSDAY.plusDays(5))));
        assertThat(change.effect().removed()).hasValue(1);
        assertThat(series(change).size()).hasValue(24);
    }

    @Test
    void deletingTheFirstMovesTheStartOfTheRule() {
        SeriesChange change = done(SERIES.edit().delete(at(THURSDAY), Scope.THIS));
        assertThat(change.editCase()).isEqualTo(EditCase.DELETE_ONLY_FIRST);
        assertThat(series(change).start()).isEqualTo(at(THURSDAY.plusDays(5)));
        assertThat(series(change).deviations()).isEmpty();
        assertThat(series(change).occurrences().toList())
                .isEqualTo(SERIES.occurrences().skip(1).toList());
    }

    @Test
    void deletingTheLastMovesTheEndOfTheRule() {
        Moment last = at(LocalDate.of(2022, 1, 27));
        SeriesChange change = done(SERIES.edit().delete(last, Scope.THIS));
        assertThat(change.editCase()).isEqualTo(EditCase.DELETE_INCLUDING_LAST);
        assertThat(series(change).rule().end()).isEqualTo(End.until(at(LocalDate.of(2022, 1, 25))));
        SeriesChange following = done(SERIES.edit().delete(at(THURSDAY.plusDays(12)), Scope.THIS_AND_FOLLOWING));
        assertThat(following.editCase()).isEqualTo(EditCase.DELETE_INCLUDING_LAST);
        assertThat(series(following).size()).hasValue(3);
        assertThat(following.effect().removed()).hasValue(22);
        assertThat(following.effect().oldRuleEnds()).contains(at(THURSDAY.plusDays(7)));
    }

    @Test
    void deletingAllButOneLeavesAnOccurrenceThatStandsAlone() {
        SeriesChange change = done(SERIES.edit().delete(at(THURSDAY.plusDays(5)), Scope.THIS_AND_FOLLOWING));
        assertThat(change.editCase()).isEqualTo(EditCase.DELETE_LEAVING_ONLY_ONE);
        assertThat(change.pieces()).containsExactly(new Single(SERIES.first().orElseThrow()));
        SeriesChange all = done(SERIES.edit().delete(at(THURSDAY), Scope.THIS_AND_FOLLOWING));
        assertThat(all.pieces()).isEmpty();
        assertThat(all.effect().removed()).hasValue(25);
    }

    @Test
    void changingTheSecondMakesTheFirstASingleOne() {
        SeriesChange change = done(SERIES.edit()
                .change(
                        at(THURSDAY.plusDays(5)),
                        Changes.toField("place", "park"),
                        Scope.THIS_AND_FOLLOWING,
                        HandChanged.FIELD_BY_FIELD));
        assertThat(change.editCase()).isEqualTo(EditCase.CHANGED_ON_SECOND);
        assertThat(change.pieces().get(0)).isEqualTo(new Single(SERIES.first().orElseThrow()));
        assertThat(change.pieces().get(1).size()).hasValue(24);
        assertThat(change.effect().changed()).hasValue(24);
        assertThat(change.effect().oldRuleEnds()).contains(at(THURSDAY));
    }

    @Test
    void changingWithinTheSeriesEndsTheOldRuleAndBeginsANewOne() {
        Rule wednesdays = RecurrenceRule.parse("FREQ=WEEKLY;COUNT=4;BYDAY=WE");
        SeriesChange change =
                done(SERIES.edit().changeRule(at(THURSDAY.plusDays(12)), wednesdays, Scope.THIS_AND_FOLLOWING));
        assertThat(change.editCase()).isEqualTo(EditCase.CHANGED_IN_SERIES);
        assertThat(change.effect().oldRuleEnds()).contains(at(THURSDAY.plusDays(7)));
        assertThat(change.pieces().get(0).size()).hasValue(3);
        assertThat(starts(change.pieces().get(1)))
                .containsExactly(
                        at(THURSDAY.plusDays(13)),
                        at(THURSDAY.plusDays(20)),
                        at(THURSDAY.plusDays(27)),
                        at(THURSDAY.plusDays(34)));
    }

    @Test
    void stoppingOnTheFirstLeavesItAlone() {
        SeriesChange change = done(SERIES.edit().stop(at(THURSDAY)));
        assertThat(change.editCase()).isEqualTo(EditCase.STOP_ON_FIRST);
        assertThat(change.pieces()).containsExactly(new Single(SERIES.first().orElseThrow()));
    }

    @Test
    void stoppingWithinTheSeriesKeepsTheOneAtHand() {
        SeriesChange change = done(SERIES.edit().stop(at(THURSDAY.plusDays(5))));
        assertThat(change.editCase()).isEqualTo(EditCase.STOP_IN_SERIES);
        assertThat(starts(change.pieces().get(0))).containsExactly(at(THURSDAY), at(THURSDAY.plusDays(5)));
        assertThat(change.effect().removed()).hasValue(23);
        SeriesChange onLast = done(SERIES.edit().stop(at(LocalDate.of(2022, 1, 27))));
        assertThat(onLast.editCase()).isEqualTo(EditCase.NONE);
        assertThat(onLast.pieces()).containsExactly(SERIES);
    }

    // one occurrence

    @Test
    void movingAnOccurrenceBackInLineEndsItsBeingAnException() {
        Moment original = at(THURSDAY.plusDays(7));
        Series moved = series(done(change(SERIES, original, Changes.toStart(at(THURSDAY.plusDays(8))), Scope.THIS)));
        assertThat(moved.deviations()).hasSize(1);
        Series back = series(done(change(moved, original, Changes.toStart(original), Scope.THIS)));
        assertThat(back).isEqualTo(SERIES);
        assertThat(series(done(moved.edit().restore(original)))).isEqualTo(SERIES);
    }

    @Test
    void refusesToMoveOneOntoAnother() {
        EditResult result = change(SERIES, at(THURSDAY), Changes.toStart(at(THURSDAY.plusDays(5))), Scope.THIS);
        assertThat(result).isEqualTo(new EditRefused(Reason.TAKEN, at(THURSDAY.plusDays(5))));
        Series moved =
                series(done(change(SERIES, at(THURSDAY), Changes.toStart(at(THURSDAY.plusDays(1))), Scope.THIS)));
        assertThat(moved.edit().add(at(THURSDAY), Changes.none()))
                .isEqualTo(new EditRefused(Reason.MOVED_AWAY, at(THURSDAY)));
        assertThat(moved.edit().add(at(THURSDAY.plusDays(5)), Changes.none()))
                .isEqualTo(new EditRefused(Reason.TAKEN, at(THURSDAY.plusDays(5))));
    }

    @Test
    void bringsBackAnExcludedDateByAddingIt() {
        Series without = series(done(SERIES.edit().delete(at(THURSDAY.plusDays(5)), Scope.THIS)));
        assertThat(series(done(without.edit().add(at(THURSDAY.plusDays(5)), Changes.none()))))
                .isEqualTo(SERIES);
        Series more = series(done(SERIES.edit().add(at(THURSDAY.plusDays(1)), Changes.toField("place", "park"))));
        assertThat(more.size()).hasValue(26);
        assertThat(series(done(more.edit().delete(at(THURSDAY.plusDays(1)), Scope.THIS))))
                .isEqualTo(SERIES);
    }

    @Test
    void refusesWhatItDoesNotHave() {
        Moment friday = at(THURSDAY.plusDays(1));
        assertThat(SERIES.edit().stop(friday)).isEqualTo(new EditRefused(Reason.NO_SUCH_OCCURRENCE, friday));
        assertThat(SERIES.edit().delete(friday, Scope.ALL).refused()).isPresent();
        Moment zoned = Moment.of(THURSDAY.atTime(12, 0), ZoneId.of("Europe/Oslo"));
        assertThat(change(SERIES, at(THURSDAY), Changes.toStart(zoned), Scope.THIS))
                .isEqualTo(new EditRefused(Reason.OTHER_KIND, zoned));
        assertThat(SERIES.edit()
                        .changeRule(at(THURSDAY), SERIES.rule(), Scope.THIS)
                        .refused())
                .isPresent();
        Moment tooLate = at(LocalDate.of(2023, 1, 5));
        assertThat(SERIES.edit()
                        .changeStart(at(THURSDAY), tooLate, StartChange.REANCHOR)
                        .refused())
                .contains(new EditRefused(Reason.NOTHING_LEFT, at(THURSDAY)));
    }

    // all occurrences

    @Test
    void changesAllFieldByFieldAndKeepsWhatIsAnOccurrencesOwn() {
        Series series = exceptional();
        Changes later = Changes.toStart(at(THURSDAY, 12)).withField("place", "park");
        SeriesChange change = done(change(series, at(THURSDAY), later, Scope.ALL));
        Series after = series(change);
        assertThat(after.first().orElseThrow().start()).isEqualTo(at(THURSDAY, 12));
        assertThat(look(after, THURSDAY.plusDays(5), 12)).isEqualTo("15 attic");
        assertThat(look(after, THURSDAY.plusDays(7), 12)).isEqualTo("12 park");
        assertThat(after.occurrence(at(THURSDAY.plusDays(12), 12))).isEmpty();
        assertThat(change.effect().changed()).hasValue(23);
        assertThat(change.effect().kept()).hasSize(3);
        assertThat(change.effect().lost()).isEmpty();
    }

    @Test
    void changesAllButWhatWasChangedByHand() {
        Changes later = Changes.toStart(at(THURSDAY, 12)).withField("title", "chess");
        Series after = series(done(exceptional().edit().change(at(THURSDAY), later, Scope.ALL, HandChanged.UNTOUCHED)));
        assertThat(look(after, THURSDAY.plusDays(5), 12)).isEqualTo("15 attic");
        assertThat(after.occurrence(at(THURSDAY.plusDays(7), 12)).orElseThrow().fields())
                .containsEntry("title", "run");
        assertThat(look(after, THURSDAY.plusDays(7), 12)).isEqualTo("11 hall");
    }

    @Test
    void resetsWhatWasChangedByHandWhenAskedTo() {
        Changes later = Changes.toStart(at(THURSDAY, 12));
        Series after = series(done(exceptional().edit().change(at(THURSDAY), later, Scope.ALL, HandChanged.RESET)));
        assertThat(after.deviations()).containsExactly(new Deviation.Excluded(at(THURSDAY.plusDays(12), 12)));
    }

    private static Series exceptional() {
        return SERIES.with(List.of(
                new Deviation.Changed(
                        at(THURSDAY.plusDays(5)),
                        Changes.toStart(at(THURSDAY.plusDays(5), 15)).withField("place", "attic")),
                new Deviation.Changed(at(THURSDAY.plusDays(7)), Changes.toField("title", "run")),
                new Deviation.Excluded(at(THURSDAY.plusDays(12)))));
    }

    private static String look(Series series, LocalDate date, int hour) {
        Occurrence occurrence = series.occurrence(at(date, hour)).orElseThrow();
        return occurrence.start().wallClock().getHour() + " "
                + occurrence.fields().get("place");
    }

    @Test
    void listsWhatHasNoPlaceUnderANewRule() {
        SeriesChange change = done(exceptional()
                .edit()
                .changeRule(at(THURSDAY), RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=TH;COUNT=6"), Scope.ALL));
        assertThat(change.effect().kept()).extracting(Deviation::original).containsExactly(at(THURSDAY.plusDays(7)));
        assertThat(change.effect().lost())
                .extracting(Deviation::original)
                .containsExactly(at(THURSDAY.plusDays(5)), at(THURSDAY.plusDays(12)));
    }

    @Test
    void countsNothingForASeriesWithoutEnd() {
        Series endless = Series.of(at(THURSDAY), RecurrenceRule.parse("FREQ=WEEKLY"));
        SeriesChange change = done(
                change(endless, at(THURSDAY.plusDays(7)), Changes.toField("title", "x"), Scope.THIS_AND_FOLLOWING));
        assertThat(change.effect().changed()).isEmpty();
        assertThat(change.pieces().get(1)).isInstanceOf(Series.class);
        assertThat(done(endless.edit().delete(at(THURSDAY.plusDays(70)), Scope.THIS_AND_FOLLOWING))
                        .effect()
                        .removed())
                .isEmpty();
    }

    // the start date

    @Test
    void refusesAPlainChangeOfTheDateOfASeries() {
        EditResult result = change(SERIES, at(THURSDAY), Changes.toStart(at(THURSDAY.plusDays(1))), Scope.ALL);
        assertThat(result).isEqualTo(new EditRefused(Reason.DATE_OF_SERIES, at(THURSDAY.plusDays(1))));
    }

    @Test
    void shiftsAllOccurrencesWithWhatWasChangedByHand() {
        SeriesChange change =
                done(exceptional().edit().changeStart(at(THURSDAY), at(THURSDAY.plusDays(1)), StartChange.SHIFT_ALL));
        Series after = series(change);
        assertThat(after.rule()).isEqualTo(RecurrenceRule.parse("FREQ=WEEKLY;UNTIL=20220128T113000;BYDAY=WE,FR"));
        assertThat(starts(after))
                .isEqualTo(starts(exceptional()).stream()
                        .map(start -> Moment.of(start.wallClock().plusDays(1)))
                        .toList());
    }

    @Test
    void countsTheRuleFromTheNewStart() {
        Series fortnightly = Series.of(at(TUESDAY), RecurrenceRule.parse("FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=TU"));
        SeriesChange change =
                done(fortnightly.edit().changeStart(at(TUESDAY), at(TUESDAY.plusDays(6)), StartChange.REANCHOR));
        assertThat(starts(series(change)))
                .containsExactly(at(TUESDAY.plusDays(7)), at(TUESDAY.plusDays(21)), at(TUESDAY.plusDays(35)));
    }

    @Test
    void splitsWhereTheNewStartIsGiven() {
        SeriesChange change =
                done(SERIES.edit().changeStart(at(THURSDAY.plusDays(7)), at(THURSDAY.plusDays(8)), StartChange.SPLIT));
        assertThat(change.editCase()).isEqualTo(EditCase.CHANGED_IN_SERIES);
        assertThat(starts(change.pieces().get(0))).containsExactly(at(THURSDAY), at(THURSDAY.plusDays(5)));
        assertThat(starts(change.pieces().get(1)))
                .hasSize(23)
                .startsWith(at(THURSDAY.plusDays(8)), at(THURSDAY.plusDays(13)));
    }

    @Test
    void movesAMonthlyDateExactlyEvenWhereMonthsHaveNoSuchDay() {
        Series monthly = Series.of(at(LocalDate.of(2025, 1, 31)), RecurrenceRule.parse("FREQ=MONTHLY;COUNT=4"));
        SeriesChange change = done(monthly.edit()
                .changeStart(at(LocalDate.of(2025, 1, 31)), at(LocalDate.of(2025, 2, 2)), StartChange.SHIFT_ALL));
        assertThat(starts(series(change)))
                .containsExactly(
                        at(LocalDate.of(2025, 2, 2)),
                        at(LocalDate.of(2025, 4, 2)),
                        at(LocalDate.of(2025, 6, 2)),
                        at(LocalDate.of(2025, 8, 2)));
        assertThat(series(change).rule()).isInstanceOf(AnchoredRule.class);
    }

    // zones and free days

    @Test
    void keepsTheNamesOfOccurrencesThroughAChangeOfTimeAcrossSummerTime() {
        ZoneId oslo = ZoneId.of("Europe/Oslo");
        Moment saturday = Moment.of(LocalDateTime.of(2025, 3, 29, 2, 30), oslo);
        Series series = Series.of(saturday, RecurrenceRule.parse("FREQ=DAILY;COUNT=4"));
        Moment inGap = series.next(saturday).orElseThrow().original(); // shown at 3:30
        Series changed = series(done(change(series, inGap, Changes.toField("title", "night"), Scope.THIS)));
        Series later = series(done(change(
                changed, saturday, Changes.toStart(Moment.of(LocalDateTime.of(2025, 3, 29, 9, 0), oslo)), Scope.ALL)));
        assertThat(later.occurrences().map(one -> one.start().wallClock()))
                .containsExactly(
                        LocalDateTime.of(2025, 3, 29, 9, 0),
                        LocalDateTime.of(2025, 3, 30, 9, 0),
                        LocalDateTime.of(2025, 3, 31, 9, 0),
                        LocalDateTime.of(2025, 4, 1, 9, 0));
        assertThat(later.occurrences().skip(1).findFirst().orElseThrow().fields())
                .containsEntry("title", "night");
    }

    @Test
    void takesTheShiftedDateAsInLine() {
        Series series = Series.of(
                        at(LocalDate.of(2025, 4, 18)), RecurrenceRule.parse("FREQ=WEEKLY;COUNT=4")) // Good Friday
                .shifted(new Shift(NationalCalendars.find("NO").orElseThrow(), ShiftPolicy.FOLLOWING), Meeting.MERGE);
        Moment original = at(LocalDate.of(2025, 4, 18));
        Moment tuesday = at(LocalDate.of(2025, 4, 22));
        assertThat(series.occurrence(original).orElseThrow().start()).isEqualTo(tuesday);
        Series moved =
                series(done(change(series, original, Changes.toStart(at(LocalDate.of(2025, 4, 23))), Scope.THIS)));
        assertThat(series(done(change(moved, original, Changes.toStart(tuesday), Scope.THIS))))
                .isEqualTo(series);
        Series later =
                series(done(change(series, original, Changes.toStart(at(LocalDate.of(2025, 4, 22), 14)), Scope.ALL)));
        assertThat(starts(later)).startsWith(at(LocalDate.of(2025, 4, 22), 14), at(LocalDate.of(2025, 4, 25), 14));
    }

    private static EditResult change(Series series, Moment original, Changes changes, Scope scope) {
        return series.edit().change(original, changes, scope, HandChanged.FIELD_BY_FIELD);
    }

    private static SeriesChange done(EditResult result) {
        assertThat(result.refused()).isEmpty();
        return result.change().orElseThrow();
    }

    private static Series series(SeriesChange change) {
        assertThat(change.pieces()).hasSize(1);
        return (Series) change.pieces().get(0);
    }

    private static List<Moment> starts(Piece piece) {
        return piece.occurrences().map(Occurrence::start).toList();
    }

    private static Moment at(LocalDate date) {
        return Moment.of(date.atTime(11, 30));
    }

    private static Moment at(LocalDate date, int hour) {
        return Moment.of(date.atTime(hour, 0));
    }
}
