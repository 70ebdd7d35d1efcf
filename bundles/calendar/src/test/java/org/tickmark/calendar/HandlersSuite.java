package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.at;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.message.Message;

/** Handlers and rights. */
abstract class HandlersSuite extends CalendarSuite {
    @Test
    void aHandlerMayBlockAChange() {
        calendar = new CalendarFixture(transactions(), new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                return proposal.topic().equals("calendar.edit")
                        ? Verdict.block(Message.verbatim("closed"))
                        : Verdict.pass();
            }
        });
        long series = tuesdays();

        assertProblem("event.blocked", () -> calendar.apply(at(series, SECOND), title("Review", Reach.ALL)));
        assertThat(titles(series)).containsOnly("Standing meeting");
    }

    @Test
    void aHandlerMayChangeFieldsOfWhatIsAddedAndOfAChange() {
        calendar = new CalendarFixture(transactions(), new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                return proposal.changeable().contains("field.location")
                        ? Verdict.change(Map.of(
                                "field.location", "Room " + proposal.fields().get("field.title")))
                        : Verdict.pass();
            }
        });
        long series = tuesdays();
        assertThat(repetition(series).fields()).containsEntry("location", "Room Standing meeting");

        calendar.apply(at(series, SECOND), title("Review", Reach.THIS));
        assertThat(calendar.appointments
                        .appointment(KARI, at(series, SECOND))
                        .orElseThrow()
                        .field("location"))
                .isEqualTo("Room Review");
        calendar.apply(at(series, FOURTH), new Edit.Delete(Reach.THIS));
        assertThat(calendar.starts(series)).hasSize(7);
        assertConsistent();
    }

    @Test
    void aHandlerSetsNoFieldToWhatItCannotHold() {
        calendar = new CalendarFixture(transactions(), new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                return Verdict.change(Map.of("field.lead", "soon"));
            }
        });

        assertProblem("calendar.invalid", this::tuesdays);
        assertThat(calendar.query("SELECT title AS x FROM appointment")).isEmpty();
    }

    @Test
    void anOwnerHasANameOfAFileOnce() {
        Draft named = draft(FIRST, TUESDAYS).with("x-uid", "a@example.org");
        calendar.appointments.add(KARI, named);

        assertProblem("calendar.taken", () -> calendar.appointments.add(KARI, named.repeating("")));
        assertThat(calendar.appointments.add(KARI, named.of("os:ola")).series()).hasSize(1);
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        long series = tuesdays();
        Caller reader = new Caller("os:ola", Set.of(Permission.CALENDAR_READ), Set.of(), Locale.ENGLISH, Origin.SHELL);

        assertThat(calendar.appointments.repetition(reader, series)).isPresent();
        assertThatThrownBy(() -> calendar.appointments.add(reader, draft(FIRST, TUESDAYS)))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> calendar.appointments.undo(reader, 1)).isInstanceOf(PermissionDenied.class);
    }
}
