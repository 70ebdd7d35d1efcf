package org.tickmark.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.AppointmentKind;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.FieldRules;
import org.tickmark.kit.task.TaskInput;

/** Lets a task add a follow-up: an appointment or a series, some days after the time of its run. A run that is repeated adds nothing twice. */
@Component(service = TaskExecutor.class, property = TaskExecutor.EXECUTOR + "=appointment")
public final class AppointmentExecutor implements TaskExecutor {
    private static final String DAYS = "days";
    private static final String AT = "at";
    private static final String ZONE = "zone";
    private static final String LENGTH = "length";
    private static final String REPEAT = "repeat";
    private static final String OWNER = "owner";

    private final Appointments appointments;
    private final ZoneId home;

    @Activate
    public AppointmentExecutor(@Reference Appointments appointments) {
        this(appointments, ZoneId.systemDefault());
    }

    /**
     * An executor.
     *
     * @param home the zone of runs that name none
     */
    AppointmentExecutor(Appointments appointments, ZoneId home) {
        this.appointments = appointments;
        this.home = home;
    }

    @Override
    public Message summary() {
        return CalendarTexts.message("executor");
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.required(Fields.TITLE, TaskParameter.Type.TEXT, help(Fields.TITLE)),
                TaskParameter.optional(DAYS, TaskParameter.Type.INTEGER, "0", help(DAYS)),
                TaskParameter.optional(AT, TaskParameter.Type.TEXT, "", help(AT)),
                TaskParameter.optional(ZONE, TaskParameter.Type.TEXT, "", help(ZONE)),
                TaskParameter.optional(LENGTH, TaskParameter.Type.DURATION, "PT30M", help(LENGTH)),
                TaskParameter.optional(REPEAT, TaskParameter.Type.TEXT, "", help(REPEAT)),
                TaskParameter.optional(OWNER, TaskParameter.Type.TEXT, "", help(OWNER)),
                TaskParameter.choice(
                        Fields.KIND,
                        List.of(
                                AppointmentKind.APPOINTMENT.word(),
                                AppointmentKind.TASK.word(),
                                AppointmentKind.CALL.word()),
                        help(Fields.KIND)),
                TaskParameter.optional(Fields.LOCATION, TaskParameter.Type.TEXT, "", help(Fields.LOCATION)),
                TaskParameter.optional(Fields.NOTE, TaskParameter.Type.TEXT, "", help(Fields.NOTE)));
    }

    private static Message help(String parameter) {
        return CalendarTexts.message("executor." + parameter);
    }

    @Override
    public TaskResult run(TaskRun run) {
        new TaskInput(run).cancel().throwIfCancelled();
        Draft draft = draft(run).with(FieldRules.UID, "task-" + run.occurrence() + "@tickmark");
        String start = draft.start().toString();
        try {
            Saved saved = appointments.add(run.caller(), draft);
            return TaskResult.of(CalendarTexts.message("executor.done", start))
                    .items(1, 0)
                    .passing(passed(saved));
        } catch (TickmarkException refused) {
            if (!refused.problem().code().equals(StoredAppointments.TAKEN)) {
                throw refused;
            }
            return TaskResult.of(CalendarTexts.message("executor.stands", start));
        }
    }

    private static Map<String, String> passed(Saved saved) {
        return saved.series().isEmpty()
                ? Map.of("appointment", saved.singles().get(0).toString())
                : Map.of("series", saved.series().get(0).toString());
    }

    private Draft draft(TaskRun run) {
        Map<String, String> given = run.parameters();
        String zone = given.get(ZONE).isEmpty()
                ? home.getId()
                : Dial.named(given.get(ZONE), false).zone();
        Draft draft = Draft.at(start(run, ZoneId.of(zone)), zone, given.get(LENGTH))
                .repeating(given.get(REPEAT))
                .of(given.get(OWNER))
                .with(Fields.KIND, given.get(Fields.KIND));
        for (String text : List.of(Fields.TITLE, Fields.LOCATION, Fields.NOTE)) {
            draft = given.get(text).isEmpty() ? draft : draft.with(text, filled(given.get(text), run.input()));
        }
        return draft;
    }

    /** The time of the run in whole minutes, or the time of day that is given, so many days later. */
    private static LocalDateTime start(TaskRun run, ZoneId zone) {
        LocalDateTime nominal = LocalDateTime.ofInstant(run.nominal(), zone);
        long days = Long.parseLong(run.parameters().get(DAYS));
        String at = run.parameters().get(AT);
        try {
            LocalDateTime day = nominal.plusDays(days);
            return at.isEmpty()
                    ? day.truncatedTo(ChronoUnit.MINUTES)
                    : day.toLocalDate().atTime(LocalTime.parse(at));
        } catch (DateTimeException wrong) {
            throw CalendarTexts.invalid(AT + ", " + DAYS, "executor.time")
                    .found(at + ", " + days)
                    .expected("09:00, 7")
                    .exception(wrong);
        }
    }

    /** A text with what the runs before have passed on: {@code {customer}}. */
    private static String filled(String text, Map<String, String> input) {
        String filled = text;
        for (Map.Entry<String, String> passed : input.entrySet()) {
            filled = filled.replace("{" + passed.getKey() + "}", passed.getValue());
        }
        return filled;
    }
}
