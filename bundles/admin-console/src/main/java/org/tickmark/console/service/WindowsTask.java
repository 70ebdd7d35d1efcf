package org.tickmark.console.service;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A task for the Windows Task Scheduler that does the night run. The text names no encoding, so that it is read right whatever a shell saves it in that writes
 * a byte order mark, or as UTF-8. Source: [MS-TSCH] 2.5, the schema of version 1.2.
 */
public final class WindowsTask {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final List<String> WEEKDAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");

    private WindowsTask() {}

    /**
     * The text of the task.
     *
     * @param from the first day on which it may begin
     */
    public static String of(ServicePlan plan, LocalDate from) {
        String days = plan.weekdays() ? weekdays() : "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>";
        String program = plan.home().resolve("bin").resolve("tickmark.bat").toString();
        String words = Stream.concat(plan.places().stream(), Stream.of("--quiet", "/A", "--wait-lock", "30m"))
                .map(WindowsTask::word)
                .collect(Collectors.joining(" "));
        return """
                <?xml version="1.0"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo>
                    <Description>Night run of Tickmark</Description>
                  </RegistrationInfo>
                  <Triggers>
                    <CalendarTrigger>
                      <Enabled>true</Enabled>
                      <StartBoundary>%sT%s</StartBoundary>
                      %s
                    </CalendarTrigger>
                  </Triggers>
                  <Principals>
                    <Principal id="Author">
                      <UserId>%s</UserId>
                      <LogonType>Password</LogonType>
                      <RunLevel>LeastPrivilege</RunLevel>
                    </Principal>
                  </Principals>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <StartWhenAvailable>true</StartWhenAvailable>
                    <WakeToRun>true</WakeToRun>
                    <ExecutionTimeLimit>PT12H</ExecutionTimeLimit>
                    <Enabled>true</Enabled>
                  </Settings>
                  <Actions Context="Author">
                    <Exec>
                      <Command>%s</Command>
                      <Arguments>%s</Arguments>
                      <WorkingDirectory>%s</WorkingDirectory>
                    </Exec>
                  </Actions>
                </Task>
                """.formatted(
                        from,
                        TIME.format(plan.at()),
                        days,
                        escaped(plan.user()),
                        escaped(program),
                        escaped(words),
                        escaped(plan.data().toString()));
    }

    private static String weekdays() {
        String days = WEEKDAYS.stream().map(day -> "<" + day + "/>").collect(Collectors.joining());
        return "<ScheduleByWeek><WeeksInterval>1</WeeksInterval><DaysOfWeek>" + days + "</DaysOfWeek></ScheduleByWeek>";
    }

    /** A word of a command line; one that ends with a backslash would swallow the quote behind it. */
    private static String word(String word) {
        return word.matches("[A-Za-z0-9/_.:\\\\-]+") ? word : "\"" + word.replaceAll("\\\\+$", "$0$0") + "\"";
    }

    private static String escaped(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(text);
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
