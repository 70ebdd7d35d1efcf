package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Departure;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Draft.Adjustment;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.HandChanged;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.ImportedCalendar;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.Repetition;
import org.tickmark.api.host.calendar.Repetition.HandChange;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.ManualClock;

class CalCommandsTest {
    private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-11-10T09:00");

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final Calendar calendar = new Calendar();

    /** A calendar with one appointment of one series, which remembers what it is asked to do. */
    private static final class Calendar implements Appointments {
        private final List<Edit> applied = new ArrayList<>();
        private final List<Draft> added = new ArrayList<>();
        private final List<Draft> listed = new ArrayList<>();
        private final List<HandChange> changes = new ArrayList<>(List.of(new HandChange(
                TUESDAY, HandChange.Kind.CHANGED, Optional.empty(), Optional.empty(), Map.of("title", "Review"))));
        private List<Departure> departures = List.of();

        @Override
        public List<Appointment> between(Caller caller, Instant from, Instant to, Optional<String> owner, int limit) {
            return from.equals(Instant.parse("2026-11-08T23:00:00Z")) ? List.of(appointment()) : List.of();
        }

        @Override
        public Optional<Appointment> appointment(Caller caller, AppointmentKey key) {
            return key.number() == 17 || key.number() == 3 ? Optional.of(appointment()) : Optional.empty();
        }

        private static Appointment appointment() {
            return new Appointment(
                    AppointmentKey.of(17),
                    3,
                    5,
                    "os:kari",
                    Optional.of(TUESDAY),
                    TUESDAY,
                    TUESDAY.plusMinutes(30),
                    "Europe/Oslo",
                    false,
                    Instant.parse("2026-11-10T08:00:00Z"),
                    Instant.parse("2026-11-10T08:30:00Z"),
                    AppointmentOrigin.CHANGED,
                    Map.of("title", "Review"));
        }

        @Override
        public Optional<Repetition> repetition(Caller caller, long series) {
            return series != 3
                    ? Optional.empty()
                    : Optional.of(new Repetition(
                            3,
                            5,
                            "os:kari",
                            LocalDateTime.parse("2026-11-03T09:00"),
                            "Europe/Oslo",
                            false,
                            "PT30M",
                            "FREQ=WEEKLY;BYDAY=TU",
                            "Weekly on Tuesday",
                            "Weekly (from 03.11.2026)",
                            OptionalLong.empty(),
                            Optional.empty(),
                            Map.of("title", "Standup"),
                            changes));
        }

        @Override
        public DateList dates(Caller caller, Draft draft, int limit) {
            listed.add(draft);
            return dates(caller, 0, draft.holidays(), limit);
        }

        @Override
        public DateList dates(Caller caller, long series, String holidays, int limit) {
            DateList.Date date = new DateList.Date(
                    TUESDAY, TUESDAY, DateList.State.AS_THE_RULE, List.of("Dentist"), Optional.of("Day off"));
            return new DateList(
                    List.of(date),
                    false,
                    OptionalLong.of(8),
                    Optional.of(LocalDate.of(2026, 12, 22)),
                    "Weekly on Tuesday");
        }

        @Override
        public Saved add(Caller caller, Draft draft) {
            added.add(draft);
            return draft.rule().isEmpty()
                    ? new Saved(40, List.of(), List.of(17L))
                    : new Saved(40, List.of(3L), List.of());
        }

        @Override
        public Preview preview(Caller caller, Edit edit) {
            return new Preview(
                    5,
                    Preview.EditCase.CHANGED_IN_SERIES,
                    OptionalLong.of(7),
                    OptionalLong.of(0),
                    2,
                    List.of(),
                    Optional.of(LocalDate.of(2026, 11, 3)),
                    Message.verbatim("7 appointments change"));
        }

        @Override
        public Saved apply(Caller caller, Edit edit) {
            applied.add(edit);
            return new Saved(41, List.of(3L, 4L), List.of());
        }

        @Override
        public Saved undo(Caller caller, long change) {
            return new Saved(change + 1, List.of(3L), List.of());
        }

        @Override
        public String exportText(Caller caller, List<Long> series, Optional<String> owner, CalendarFormat format) {
            return (format == CalendarFormat.JCAL ? "[vcalendar of " : "BEGIN:VCALENDAR of ") + series + "\n";
        }

        @Override
        public ImportedCalendar importText(Caller caller, String text, String from, String owner, boolean dryRun) {
            Problem problem = Problem.error("calendar.invalid", Message.verbatim("no such zone"))
                    .build();
            return new ImportedCalendar(2, 1, 0, List.of(problem));
        }

        @Override
        public List<Departure> check(Caller caller, boolean mend) {
            return departures;
        }
    }

    private ExitCode run(String... words) {
        RecordSource series = new RecordSource() {
            @Override
            public List<Column> columns() {
                return List.of(Column.integer("series_id"));
            }

            @Override
            public Table list(Caller caller, RecordQuery query) {
                return Table.under(columns()).row(3L).build();
            }
        };
        ManualClock clock = ManualClock.at("2026-11-09T08:00:00Z").withZone(ZoneId.of("Europe/Oslo"));
        WorkbenchCommand[] commands = CalCommands.of(calendar, series, clock).toArray(WorkbenchCommand[]::new);
        List<String> all = new ArrayList<>(List.of("cal"));
        all.addAll(Arrays.asList(words));
        return new Workbench()
                .with(commands)
                .records("series", Column.integer("series_id"), List.of(3L, 4L))
                .run(terminal, all.toArray(String[]::new));
    }

    private Edit.Action action() {
        return calendar.applied.get(calendar.applied.size() - 1).action();
    }

    @Test
    void listsFromTodayOnByTheClockOfWhoLooks() {
        assertThat(run("list", "-o", "csv", "--no-headers")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .isEqualToNormalizingNewlines("17,Tuesday,2026-11-10 09:00,2026-11-10 09:30,Review,,3,changed\n");
    }

    @Test
    void listsForPrograms() {
        run("list", "-o", "json");

        assertThat(terminal.out().replaceAll("\\s", ""))
                .contains(
                        "\"id\":\"17\"", "\"starts_at\":\"2026-11-10T08:00:00Z\"", "\"fields\":{\"title\":\"Review\"}");
    }

    @Test
    void showsAnAppointmentAndASeriesWithWhatWasChangedByHand() {
        assertThat(run("show", "17")).isEqualTo(ExitCode.OK);
        assertThat(run("series", "show", "3")).isEqualTo(ExitCode.OK);
        assertThat(run("series", "list")).isEqualTo(ExitCode.OK);

        assertThat(terminal.out())
                .contains("Weekly on Tuesday", "Weekly (from 03.11.2026)", "2026-11-10 09:00 changed title=Review");
    }

    @Test
    void refusesWhatNamesNothing() {
        assertThat(run("show", "18")).isEqualTo(ExitCode.USAGE);
        assertThat(run("show", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(run("series", "show")).isEqualTo(ExitCode.USAGE);
        assertThat(run("dates", "3", "later")).isEqualTo(ExitCode.USAGE);
        assertThat(run("edit", "17")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void addsASeriesFromASentenceOfAnyLanguage() {
        assertThat(run("add", "2026-11-03T09:00", "--title", "Standup", "--repeat", "annenhver tirsdag"))
                .isEqualTo(ExitCode.OK);

        Draft draft = calendar.added.get(0);
        assertThat(draft.rule()).isEqualTo("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
        assertThat(draft.zone()).isEqualTo("Europe/Oslo");
        assertThat(draft.length()).isEqualTo("PT30M");
        assertThat(terminal.err()).isEqualTo("Series 3 is added (undo with: cal undo 40).\n");
    }

    @Test
    void aDateAloneIsAWholeDay() {
        run("add", "2026-12-24", "--title", "Closed", "--field", "show-as=free");

        Draft draft = calendar.added.get(0);
        assertThat(draft.allDay()).isTrue();
        assertThat(draft.length()).isEqualTo("P1D");
        assertThat(draft.fields()).containsEntry("show-as", "free");
    }

    @Test
    void listsTheDatesBeforeSavingAndAddsNothing() {
        run(
                "add",
                "2026-11-03T09:00",
                "--repeat",
                "pattern:weekly on TU times 8",
                "--later",
                "2026-11-10",
                "--without",
                "2026-11-17",
                "--holidays",
                "NO",
                "--dry-run",
                "-o",
                "csv",
                "--no-headers");

        assertThat(calendar.added).isEmpty();
        assertThat(calendar.listed.get(0).adjustments())
                .containsExactly(
                        new Adjustment(Adjustment.Kind.DELETE, LocalDateTime.parse("2026-11-17T09:00")),
                        new Adjustment(Adjustment.Kind.LATER, TUESDAY));
        assertThat(terminal.out()).contains("2026-11-10 09:00,2026-11-10 09:00,as the rule,Dentist,Day off");
        assertThat(terminal.err()).isEqualTo("Weekly on Tuesday: 8 dates, the last one on 2026-12-22\n");
    }

    @Test
    void aDryRunOfWhatDoesNotRepeatSaysWhatWouldBeAdded() {
        run("add", "2026-11-10T09:00", "--length", "1h", "--dry-run", "-o", "csv", "--no-headers");

        assertThat(calendar.added).isEmpty();
        assertThat(terminal.out()).contains("Tuesday,2026-11-10 09:00", "Dentist");
        assertThat(terminal.err())
                .isEqualTo("One appointment would be added: Tuesday 2026-11-10 09:00, PT1H, Europe/Oslo\n");
    }

    @Test
    void saysFirstWhatAnEditWillDoAndStandsOnThat() {
        terminal.answering("y");
        assertThat(run("edit", "17", "--scope", "following", "--title", "Retro"))
                .isEqualTo(ExitCode.OK);

        assertThat(terminal.questions()).containsExactly("7 appointments change. Go on? [y/N]");
        assertThat(calendar.applied)
                .containsExactly(new Edit(
                        AppointmentKey.of(17),
                        5,
                        new Edit.Change(
                                Optional.empty(),
                                Optional.empty(),
                                Map.of("title", "Retro"),
                                Reach.FOLLOWING,
                                HandChanged.FIELD_BY_FIELD)));
        assertThat(terminal.err()).contains("7 appointments change (undo with: cal undo 41)");
    }

    @Test
    void aDryRunOnlySaysIt() {
        run("edit", "17", "--scope", "all", "--start", "2026-11-10T10:00", "--dry-run");

        assertThat(calendar.applied).isEmpty();
        assertThat(terminal.out()).isEqualTo("7 appointments change\n");
    }

    @Test
    void aDryRunOfAnotherRuleTellsItsFirstDates() {
        run("edit", "17", "--repeat", "every other Tuesday", "--scope", "following", "--dry-run");

        assertThat(terminal.out()).isEqualTo("7 appointments change\n  2026-11-10 09:00  Tuesday\n");
        assertThat(calendar.listed).extracting(Draft::rule).containsExactly("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
        assertThat(calendar.applied).isEmpty();
    }

    @Test
    void everyWayToChangeASeriesHasAnOption() {
        run("edit", "17", "--repeat", "every other Tuesday", "--scope", "following", "--yes");
        assertThat(action()).isEqualTo(new Edit.Repeat("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", Reach.FOLLOWING));
        run("edit", "17", "--reanchor", "2026-11-12T09:00", "--yes");
        assertThat(action()).isEqualTo(new Edit.Begin(LocalDateTime.parse("2026-11-12T09:00"), Edit.Restart.REANCHOR));
        run("delete", "3@2029-05-01T09:00", "--scope", "all", "--yes");
        assertThat(action()).isEqualTo(new Edit.Delete(Reach.ALL));
        run("stop", "17", "--yes");
        assertThat(action()).isEqualTo(new Edit.Stop());
        run("cut", "17", "--yes");
        assertThat(action()).isEqualTo(new Edit.Cut());
        run("join", "3", "4", "--yes");
        assertThat(action()).isEqualTo(new Edit.Join(4));
    }

    @Test
    void movesAddsAndDeletesDatesOfASeriesThatStands() {
        run("dates", "3", "later", "2026-11-10");
        assertThat(action()).isEqualTo(Edit.Change.start(TUESDAY.plusDays(1), Reach.THIS));
        run("dates", "3", "add", "2026-12-24T11:00");
        assertThat(calendar.applied.get(1).key())
                .isEqualTo(AppointmentKey.of(3, LocalDateTime.parse("2026-12-24T11:00")));
        run("dates", "3", "reset", "2026-11-10");
        assertThat(action()).isEqualTo(new Edit.Restore());
        run("dates", "3", "list");
        assertThat(terminal.out()).contains("Dentist");
    }

    @Test
    void aDateIsNamedByItsRuleAndAlsoByWhereItWasMovedTo() {
        LocalDateTime original = TUESDAY.plusDays(7);
        LocalDateTime moved = LocalDateTime.parse("2026-11-19T10:00");
        calendar.changes.add(
                new HandChange(original, HandChange.Kind.CHANGED, Optional.of(moved), Optional.empty(), Map.of()));

        for (String name : List.of("2026-11-17", "2026-11-19", "2026-11-19T10:00")) {
            run("dates", "3", "reset", name);
            assertThat(lastKey()).as(name).isEqualTo(AppointmentKey.of(3, original));
        }
        run("dates", "3", "delete", "2026-11-19T09:00");
        assertThat(lastKey()).isEqualTo(AppointmentKey.of(3, moved.withHour(9)));
        run("dates", "3", "add", "2026-11-19");
        assertThat(lastKey()).isEqualTo(AppointmentKey.of(3, moved.withHour(9)));
    }

    private AppointmentKey lastKey() {
        return calendar.applied.get(calendar.applied.size() - 1).key();
    }

    @Test
    void writesAndReadsFiles() throws IOException {
        terminal.at(folder);
        assertThat(run("ics", "export", "--series", "3")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("BEGIN:VCALENDAR of [3]\n");
        assertThat(run("ics", "export", "all.ics")).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(folder.resolve("all.ics"))).isEqualTo("BEGIN:VCALENDAR of []\n");
        assertThat(run("ics", "export", "all.json", "--format", "jcal")).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(folder.resolve("all.json"))).isEqualTo("[vcalendar of []\n");
        assertThat(run("ics", "import", "all.ics")).isEqualTo(ExitCode.PARTLY);
        assertThat(terminal.err()).contains("no such zone", "2 added, 1 changed, 0 as before");
        assertThat(run("ics", "import", "other.ics")).isEqualTo(ExitCode.USAGE);
        assertThat(run("ics", "import")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void undoTellsHowToDoItAgain() {
        run("undo", "41");

        assertThat(terminal.err()).isEqualTo("Undone (do it again with: cal undo 42)\n");
    }

    @Test
    void checkEndsWithOneWhereSomethingDiffers() {
        assertThat(run("check")).isEqualTo(ExitCode.OK);
        calendar.departures = List.of(new Departure(3, "rule", Message.verbatim("wrong")));
        assertThat(run("check")).isEqualTo(ExitCode.FAILURE);
        assertThat(run("check", "--mend")).isEqualTo(ExitCode.OK);
    }

    @Test
    void offersUsualRepetitionsInTheLanguageOfWhoAsks() {
        terminal.in(Locale.forLanguageTag("nb"));
        run("suggest", "2025-01-13", "-o", "csv", "--no-headers");

        assertThat(terminal.out().lines())
                .hasSize(6)
                .anyMatch(line -> line.contains("pattern:monthly on second MO"))
                .allMatch(line -> !line.contains("Weekly"));
    }
}
