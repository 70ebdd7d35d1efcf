package org.tickmark.calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.calendar.series.RandomEdits.Step;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;

/** Random edits of random series, beside a calendar that keeps each occurrence as a row. */
class RandomEditsTest {
    private static final int FIRST = Integer.getInteger("tickmark.calendar.first", 0);
    private static final int ROUNDS = Integer.getInteger("tickmark.calendar.rounds", 300);
    private static final int EDITS = 8;
    private static final Dial OSLO = new Dial("Europe/Oslo", false);

    @Test
    void doesWhatEditingTheRowsDoes() {
        for (int round = FIRST; round < FIRST + ROUNDS; round++) {
            new Run(round).play();
        }
    }

    /** An item and the rows that it should have. */
    private record Kept(Item item, NaiveCalendar rows) {}

    private static final class Run {
        private final RandomEdits edits;
        private final StringBuilder story = new StringBuilder();
        private final List<Kept> calendar = new ArrayList<>();

        Run(long seed) {
            edits = new RandomEdits(seed);
            story.append("round ").append(seed);
        }

        void play() {
            Item item = edits.item(OSLO);
            story.append(": ").append(item);
            if (!(item.content() instanceof Series series)) {
                return;
            }
            List<LocalDateTime> starts = series.occurrences()
                    .map(occurrence -> occurrence.start().wallClock())
                    .toList();
            calendar.add(new Kept(item, NaiveCalendar.of(starts, series.fields())));
            for (int edit = 0; edit < EDITS && !calendar.isEmpty(); edit++) {
                step(calendar.get(edits.next(calendar.size())));
            }
        }

        private void step(Kept kept) {
            assertThat(ItemText.read(ItemText.write(kept.item())))
                    .as("%s", story)
                    .isEqualTo(kept.item());
            Step step = edits.step(kept.item());
            LocalDateTime name = step.original().wallClock();
            story.append("; at ").append(name).append(' ').append(step.action());
            if (isRefused(kept, step, name)) {
                assertThatThrownBy(() -> Editing.of(kept.item(), step.original(), step.action()))
                        .as("%s", story)
                        .isInstanceOf(TickmarkException.class);
                return;
            }
            Outcome outcome = Editing.of(kept.item(), step.original(), step.action());
            List<NaiveCalendar> expected = kept.rows().after(name, step.action());
            assertThat(looks(outcome.pieces()))
                    .as("%s", story)
                    .isEqualTo(expected.stream().map(NaiveCalendar::looks).toList());
            if (step.action() instanceof Edit.Cut) {
                joinsAgain(kept.item(), outcome.pieces());
            }
            calendar.remove(kept);
            for (int i = 0; i < expected.size(); i++) {
                Item item = new Item(kept.item().owner(), outcome.pieces().get(i));
                calendar.add(new Kept(item, expected.get(i)));
            }
        }

        private static boolean isRefused(Kept kept, Step step, LocalDateTime name) {
            if (!(kept.item().content() instanceof Series series)) {
                return false;
            }
            if (step.action() instanceof Edit.Change change) {
                return change.reach() == Edit.Reach.THIS
                        && change.start().isPresent()
                        && kept.rows().isTaken(change.start().get(), name);
            }
            if (step.action() instanceof Edit.Add) {
                return kept.rows().isTaken(name, name)
                        || series.occurrence(step.original()).isPresent();
            }
            if (step.action() instanceof Edit.Restore) {
                return series.recurrence().matches(step.original())
                        && kept.rows().isTaken(name, name);
            }
            return step.action() instanceof Edit.Cut
                    && kept.rows().looks().stream()
                            .noneMatch(look -> look.original().isBefore(name));
        }

        private void joinsAgain(Item whole, List<Piece> pieces) {
            if (pieces.size() == 2 && pieces.get(0) instanceof Series before && pieces.get(1) instanceof Series after) {
                Piece joined = Editing.join(before, after).pieces().get(0);
                assertThat(looks(List.of(joined))).as("%s", story).isEqualTo(looks(List.of(whole.content())));
            }
        }

        private static List<List<NaiveCalendar.Look>> looks(List<Piece> pieces) {
            return pieces.stream()
                    .map(piece -> piece.occurrences().map(Run::look).toList())
                    .toList();
        }

        private static NaiveCalendar.Look look(Occurrence occurrence) {
            Moment start = occurrence.start();
            return new NaiveCalendar.Look(occurrence.original().wallClock(), start.wallClock(), occurrence.fields());
        }
    }
}
