package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskResult;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.task.FakeTaskRun;
import org.tickmark.testkit.task.TaskExecutorContract;

class AppointmentExecutorTest extends TaskExecutorContract {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.calendar", CalendarComponent.class);

    private final CalendarFixture calendar = new CalendarFixture(TRANSACTIONS, new EventHandler() {
        @Override
        public Verdict before(Proposal proposal) {
            return proposal.fields().getOrDefault("field.location", "").equals("Attic")
                    ? Verdict.change(Map.of("field.location", "Room 3"))
                    : Verdict.pass();
        }
    });
    private final TaskExecutor executor =
            new AppointmentExecutor(calendar.appointments, ZoneId.of(CalendarFixture.OSLO));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected TaskExecutor executor() {
        return executor;
    }

    @Override
    protected FakeTaskRun goodRun() {
        return FakeTaskRun.of(executor, Map.of("title", "Call {customer}", "days", "7", "at", "09:00"));
    }

    @Override
    protected FakeTaskRun failingRun() {
        return FakeTaskRun.of(executor, Map.of("title", "Call", "at", "25:99"));
    }

    @Override
    protected Optional<FakeTaskRun> longRun() {
        return Optional.empty();
    }

    private List<String> rows() {
        return calendar.query("""
                SELECT activeDate || '|' || title || '|' || location || '|' || task_idx AS x FROM appointment ORDER BY activeDate
                """);
    }

    @Test
    void addsAnAppointmentWithWhatWasPassedOn() throws Exception {
        FakeTaskRun run = FakeTaskRun.of(
                        executor,
                        Map.of(
                                "title",
                                "Call {customer}",
                                "days",
                                "7",
                                "at",
                                "09:00",
                                "kind",
                                "call",
                                "location",
                                "Attic"))
                .input(Map.of("customer", "Fjord Fisk"))
                .caller(KARI);

        TaskResult result = executor.run(run);

        assertThat(rows())
                .hasSize(1)
                .allMatch(row -> row.contains(" 09:00") && row.endsWith("|Call Fjord Fisk|Room 3|3"));
        assertThat(result.sent()).isEqualTo(1);
        assertThat(result.data()).containsOnlyKeys("appointment");
        assertThat(calendar.query("SELECT owner AS x FROM calendar_appointment_v1"))
                .containsExactly("os:kari");
    }

    @Test
    void aRunThatIsRepeatedAddsNothingTwice() throws Exception {
        FakeTaskRun run = goodRun();

        assertThat(executor.run(run).sent()).isEqualTo(1);
        assertThat(executor.run(run).sent()).isZero();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void addsASeries() throws Exception {
        TaskResult result = executor.run(FakeTaskRun.of(
                executor, Map.of("title", "Check", "repeat", "pattern:daily times 3", "owner", "os:ola")));

        assertThat(result.data()).containsOnlyKeys("series");
        assertThat(rows()).hasSize(3);
    }

    @Test
    void tellsWhatIsWrong() {
        assertFails(Map.of("title", "a", "at", "nine"));
        assertFails(Map.of("title", "a", "days", "999999999999"));
        assertFails(Map.of("title", "a", "zone", "Oslo"));
        assertFails(Map.of("title", "a", "repeat", "sometimes"));
    }

    private void assertFails(Map<String, String> parameters) {
        assertThatThrownBy(() -> executor.run(FakeTaskRun.of(executor, parameters)))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("calendar.invalid"));
    }
}
