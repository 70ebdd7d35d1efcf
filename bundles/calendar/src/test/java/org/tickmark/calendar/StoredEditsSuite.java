package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.calendar.series.Editing;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.ItemText;
import org.tickmark.calendar.series.Outcome;
import org.tickmark.calendar.series.RandomEdits;
import org.tickmark.calendar.series.RandomEdits.Step;
import org.tickmark.recurrence.series.Series;

/** Random edits through the service: the rows are those of the edited values, undo puts back the rows with their numbers. */
abstract class StoredEditsSuite {
    private static final int ROUNDS = Integer.getInteger("tickmark.calendar.stored", 12);
    private static final int EDITS = 8;
    private static final String ROWS = """
            SELECT activeDate || ' ' || original_start_date || ' ' || origin || ' ' || fields AS x
            FROM appointment ORDER BY activeDate, original_start_date
            """;
    private static final String NUMBERED = """
            SELECT appointment_id || ' ' || recurrenceRuleId || ' ' || activeDate || ' ' || fields AS x
            FROM appointment ORDER BY appointment_id
            """;

    /** The database of the subclass, with the tables of the calendar. */
    abstract Transactions transactions();

    @Test
    void rowsFollowTheEditsAndUndoPutsThemBack() {
        CalendarFixture calendar = new CalendarFixture(transactions());
        for (int round = 0; round < ROUNDS; round++) {
            new Run(calendar, round).play();
        }
    }

    private static final class Run {
        private final CalendarFixture calendar;
        private final RandomEdits edits;
        private final StringBuilder story = new StringBuilder();

        Run(CalendarFixture calendar, long seed) {
            this.calendar = calendar;
            this.edits = new RandomEdits(seed);
            story.append("round ").append(seed);
        }

        void play() {
            LocalDateTime start = edits.start();
            String rule = edits.rule(start);
            story.append(": ").append(rule).append(" from ").append(start);
            calendar.appointments.add(KARI, CalendarFixture.draft(start.toString(), rule));
            for (int edit = 0; edit < EDITS; edit++) {
                List<StoredItem> items = items();
                if (items.isEmpty()) {
                    break;
                }
                step(items.get(edits.next(items.size())));
            }
            clear();
        }

        private List<StoredItem> items() {
            return calendar.transactions.reading(tx -> {
                List<StoredItem> items = new ArrayList<>();
                for (long id : RuleTable.ids(tx.connection())) {
                    items.add(RuleTable.find(tx.connection(), id).orElseThrow().stored());
                }
                AppointmentTable.alone(tx.connection()).forEach(row -> items.add(row.single()));
                return items;
            });
        }

        private void step(StoredItem stored) {
            Step step = edits.step(stored.item());
            story.append("; ").append(step);
            AppointmentKey key = stored.item().content() instanceof Series
                    ? AppointmentKey.of(stored.ref().id(), step.original().wallClock())
                    : AppointmentKey.of(stored.ref().id());
            Outcome outcome;
            try {
                outcome = Editing.of(stored.item(), step.original(), step.action());
            } catch (TickmarkException refused) {
                return;
            }
            List<String> expected = expected(stored, outcome);
            List<String> before = calendar.query(NUMBERED);
            Saved saved = calendar.appointments.apply(KARI, Edit.of(key, step.action()));
            assertThat(texts(items())).as("%s", story).isEqualTo(expected);
            assertThat(calendar.appointments.check(KARI, false)).as("%s", story).isEmpty();
            if (edits.next(3) == 0) {
                List<String> after = calendar.query(NUMBERED);
                Saved undone = calendar.appointments.undo(KARI, saved.change());
                assertThat(calendar.query(NUMBERED)).as("%s", story).isEqualTo(before);
                calendar.appointments.undo(KARI, undone.change());
                assertThat(calendar.query(NUMBERED)).as("%s", story).isEqualTo(after);
            }
        }

        private List<String> expected(StoredItem edited, Outcome outcome) {
            List<StoredItem> expected = new ArrayList<>(items());
            expected.removeIf(item -> item.ref().equals(edited.ref()));
            outcome.pieces()
                    .forEach(piece -> expected.add(new StoredItem(
                            edited.ref(), 0, new Item(edited.item().owner(), piece))));
            return texts(expected);
        }

        private static List<String> texts(List<StoredItem> items) {
            return items.stream()
                    .map(stored -> ItemText.write(stored.item()).toString())
                    .sorted()
                    .toList();
        }

        private void clear() {
            for (StoredItem stored : items()) {
                LocalDateTime original = stored.item().content() instanceof Series series
                        ? series.first().orElseThrow().original().wallClock()
                        : stored.item().start().wallClock();
                AppointmentKey key = stored.ref().kind() == ItemRef.Kind.SERIES
                        ? AppointmentKey.of(stored.ref().id(), original)
                        : AppointmentKey.of(stored.ref().id());
                calendar.apply(key, new Edit.Delete(Edit.Reach.ALL));
            }
            assertThat(calendar.query(ROWS)).as("%s", story).isEmpty();
        }
    }
}
