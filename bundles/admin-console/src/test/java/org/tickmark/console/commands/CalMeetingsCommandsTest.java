package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.BusyTime;
import org.tickmark.api.host.calendar.Clash;
import org.tickmark.api.host.calendar.Clashes;
import org.tickmark.api.host.calendar.Clearing;
import org.tickmark.api.host.calendar.ClearingLimits;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Meetings;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.api.host.calendar.ParticipantRole;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.ReadReply;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.host.calendar.SlotSearch;
import org.tickmark.api.message.Message;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;

class CalMeetingsCommandsTest {
    private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-11-10T09:00");
    private static final Instant NINE = Instant.parse("2026-11-10T08:00:00Z");

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final List<Edit> applied = new ArrayList<>();
    private final List<Object> asked = new ArrayList<>();
    private Optional<Instant> free = Optional.of(NINE);

    /** An appointment of a series, which remembers what is done to it. */
    @SuppressWarnings("unused") // Called through Partly.
    private final class Calendar {
        Optional<Appointment> appointment(Caller caller, AppointmentKey key) {
            return Optional.of(new Appointment(
                    AppointmentKey.of(17),
                    3,
                    5,
                    "os:kari",
                    Optional.of(TUESDAY),
                    TUESDAY,
                    TUESDAY.plusMinutes(30),
                    "Europe/Oslo",
                    false,
                    NINE,
                    NINE.plusSeconds(1800),
                    AppointmentOrigin.RULE,
                    Map.of()));
        }

        Preview preview(Caller caller, Edit edit) {
            return new Preview(
                    5,
                    Preview.EditCase.NONE,
                    OptionalLong.of(8),
                    OptionalLong.of(0),
                    0,
                    List.of(),
                    Optional.empty(),
                    Message.verbatim("8 appointments change"));
        }

        Saved apply(Caller caller, Edit edit) {
            applied.add(edit);
            return new Saved(41, List.of(3L), List.of());
        }
    }

    /** Meetings that remember what they are asked. */
    private final class Asked implements Meetings {
        @Override
        public List<Participant> participants(Caller caller, AppointmentKey key) {
            return List.of(new Participant(
                    "bo@example.org", ParticipantRole.OPTIONAL, "Bo Dahl", Answer.DECLINED, "On leave"));
        }

        @Override
        public Saved answer(Caller caller, AppointmentKey key, String who, Answer answer, Reach reach, String comment) {
            asked.add(key + " " + who + " " + answer + " " + reach + " " + comment);
            return new Saved(42, List.of(3L), List.of());
        }

        @Override
        public List<ReadReply> reply(Caller caller, String text, String from, boolean dryRun) {
            asked.add(text + dryRun);
            return List.of(new ReadReply("bo@example.org", "series/3", Message.verbatim("kept")));
        }

        @Override
        public List<BusyTime> busy(Caller caller, List<String> who, Instant from, Instant to) {
            asked.add(who + " " + from + " " + to);
            return List.of(new BusyTime(who.get(0), NINE, NINE.plusSeconds(1800), BusyTime.Kind.TENTATIVE));
        }

        @Override
        public Optional<Instant> firstFree(Caller caller, SlotSearch search) {
            asked.add(search);
            return free;
        }

        @Override
        public Clashes clashes(Caller caller, Draft draft, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clashes clashes(Caller caller, AppointmentKey key, int limit) {
            Clash clash = new Clash(
                    List.of("resource:Fjord room"),
                    AppointmentKey.of(9, TUESDAY),
                    9,
                    "Dentist",
                    TUESDAY,
                    NINE,
                    NINE.plusSeconds(600));
            return new Clashes(List.of(clash), 7);
        }

        @Override
        public Clearing clear(Caller caller, AppointmentKey key, ClearingLimits limits) {
            asked.add(limits);
            return new Clearing(
                    List.of(new Clearing.Move(TUESDAY, TUESDAY, TUESDAY.plusMinutes(30))),
                    List.of(),
                    Optional.of(Duration.ofMinutes(15)));
        }
    }

    private ExitCode run(String... words) {
        ManualClock clock = ManualClock.at("2026-11-09T08:00:00Z").withZone(ZoneId.of("Europe/Oslo"));
        Appointments appointments = Partly.implemented(Appointments.class, new Calendar());
        Meetings meetings = new Asked();
        List<Command> commands = new ArrayList<>(CalPeopleCommands.of(appointments, meetings));
        commands.addAll(CalTimeCommands.of(appointments, meetings, clock));
        List<String> all = new ArrayList<>(List.of("cal"));
        all.addAll(Arrays.asList(words));
        return new Workbench()
                .with(commands.toArray(WorkbenchCommand[]::new))
                .run(terminal, all.toArray(String[]::new));
    }

    private Map<String, String> fields() {
        return ((Edit.Change) applied.get(applied.size() - 1).action()).fields();
    }

    @Test
    void listsWhoTakesPart() {
        run("people", "17", "-o", "csv", "--no-headers");
        assertThat(terminal.out()).isEqualToNormalizingNewlines("bo@example.org,Bo Dahl,optional,declined,On leave\n");
    }

    @Test
    void invitesUsersAddressesAndResourcesToAll() {
        assertThat(run("invite", "17", "anna", "Bo@Example.org", "resource:Fjord room", "--mail"))
                .isEqualTo(ExitCode.OK);

        assertThat(fields())
                .containsOnly(
                        Map.entry("with:user:anna", "required"),
                        Map.entry("with:bo@example.org", "required"),
                        Map.entry("with:resource:Fjord room", "required"),
                        Map.entry("send-mail", "yes"));
        assertThat(((Edit.Change) applied.get(0).action()).reach()).isEqualTo(Reach.ALL);
        assertThat(terminal.err()).contains("8 appointments change");
    }

    @Test
    void takesSomebodyAwayFromOneDateAndOnlyTellsInADryRun() {
        run("invite", "3@2026-11-10T09:00", "anna", "--scope", "this", "--remove", "--dry-run");
        assertThat(applied).isEmpty();

        run("invite", "3@2026-11-10T09:00", "anna", "--scope", "this", "--remove");
        assertThat(fields()).containsOnly(Map.entry("with:user:anna", ""));
        assertThat(((Edit.Change) applied.get(0).action()).reach()).isEqualTo(Reach.THIS);
    }

    @Test
    void answersForOneDateUnlessToldOtherwise() {
        run("answer", "17", "declined", "--comment", "On leave");
        run("answer", "17", "tentative", "--scope", "following", "--as", "bo@example.org");
        run("answer", "17", "accepted", "--dry-run", "--as", "bo@example.org");

        assertThat(asked).containsExactly("17  DECLINED THIS On leave", "17 bo@example.org TENTATIVE FOLLOWING ");
        assertThat(terminal.err()).contains("Answered: declined", "The answer would change: declined -> accepted");
    }

    @Test
    void readsAnswersFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("answer.ics"), "BEGIN:VCALENDAR");
        assertThat(run("reply", file.toString(), "--dry-run")).isEqualTo(ExitCode.OK);
        assertThat(run("reply", folder.resolve("none.ics").toString())).isNotEqualTo(ExitCode.OK);

        assertThat(asked).containsExactly("BEGIN:VCALENDARtrue");
        assertThat(terminal.err()).contains("1 answer could be taken");
    }

    @Test
    void readsAnswersFromTheStandardInput() {
        terminal.answering("BEGIN:VCALENDAR");
        assertThat(run("reply", "-")).isEqualTo(ExitCode.OK);

        assertThat(asked).containsExactly("BEGIN:VCALENDARfalse");
        assertThat(run("reply", "-")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void tellsWhenPeopleAreTakenByTheClockOfWhoLooks() {
        run("free-busy", "anna", "-o", "csv", "--no-headers");

        assertThat(asked).containsExactly("[user:anna] 2026-11-08T23:00:00Z 2026-11-15T23:00:00Z");
        assertThat(terminal.out())
                .isEqualToNormalizingNewlines("user:anna,2026-11-10 09:00,2026-11-10 09:30,tentative\n");
    }

    @Test
    void findsTheFirstFreeTimeOrSaysThatThereIsNone() {
        assertThat(run("free", "anna", "--length", "1h", "--day-ends", "16:00")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("2026-11-10 09:00\n");
        SlotSearch search = (SlotSearch) asked.get(0);
        assertThat(search.length()).isEqualTo(Duration.ofHours(1));
        assertThat(search.dayEnds()).hasToString("16:00");

        free = Optional.empty();
        assertThat(run("free", "anna")).isEqualTo(ExitCode.FAILURE);
        assertThat(run("free", "anna", "--day-ends", "late")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void tellsWhatASeriesMeets() {
        run("conflicts", "17", "-o", "csv", "--no-headers");
        assertThat(terminal.out())
                .contains("2026-11-10 09:00,resource:Fjord room,2026-11-10 09:00,2026-11-10"
                        + " 09:10,9@2026-11-10T09:00,Dentist");
        assertThat(terminal.err()).contains("7 conflicts");
    }

    @Test
    void suggestsMovesAndDoesThemWhenAskedTo() {
        assertThat(run("clear", "17", "--days", "2", "--free-days", "NO")).isEqualTo(ExitCode.OK);
        assertThat(applied).isEmpty();
        assertThat(terminal.err()).contains("1 to move, 0 without a free time; whole series: PT15M; 0 done");

        run("clear", "17", "--do", "moves", "--yes");
        run("clear", "17", "--do", "shift", "--yes");
        assertThat(applied)
                .containsExactly(
                        Edit.of(AppointmentKey.of(3, TUESDAY), Edit.Change.start(TUESDAY.plusMinutes(30), Reach.THIS)),
                        Edit.of(AppointmentKey.of(17), new Edit.Begin(TUESDAY.plusMinutes(15), Edit.Restart.SHIFT)));
    }
}
