package org.tickmark.scheduler.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.ForeignSchedule.Format;
import org.tickmark.api.host.tasks.Running.WhenBusy;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing.CatchUp.Policy;

class TranslationTest {
    private static Translation read(Format format, String text) {
        return read(format, "folder/night.timer", text);
    }

    private static Translation read(Format format, String from, String text) {
        return Translation.of(new ForeignSchedule(format, text, from, "shell", "command", Map.of(), "Europe/Oslo", ""));
    }

    private static List<String> tasks(Translation translation) {
        return translation.definitions().stream()
                .map(task -> task.name() + " | " + task.timing().schedule() + " | "
                        + task.timing().zone() + " | " + task.parameters().get("command"))
                .toList();
    }

    private static List<String> problems(Translation translation) {
        return translation.problems().stream()
                .map(problem -> problem.severity() + " " + problem.where().orElseThrow())
                .toList();
    }

    @Test
    void readsTheCrontabOfAUser() {
        Translation translation = read(Format.CRONTAB, "crontab", """
                # run five minutes after midnight, every day
                SHELL=/bin/sh
                MAILTO = "ops@example.org"

                5 0 * * *       $HOME/bin/daily.job >> $HOME/tmp/out 2>&1
                  15 14 1 * *   LANG=C /usr/bin/monthly
                0 22 * * 1-5    mail -s "It's 10pm" joe
                CRON_TZ=America/New_York
                @Daily          /opt/daily.job
                RANDOM_DELAY=10
                -*/10 * * * *   date +\\%H
                """);

        assertThat(tasks(translation))
                .containsExactly(
                        "daily-job | cron:5 0 * * * | Europe/Oslo | $HOME/bin/daily.job >> $HOME/tmp/out 2>&1",
                        "monthly | cron:15 14 1 * * | Europe/Oslo | LANG=C /usr/bin/monthly",
                        "mail | cron:0 22 * * 1-5 | Europe/Oslo | mail -s \"It's 10pm\" joe",
                        "daily-job-2 | cron:@daily | America/New_York | /opt/daily.job",
                        "date | cron:*/10 * * * * | America/New_York | date +%H");
        assertThat(problems(translation)).containsExactly("WARNING crontab:2", "WARNING crontab:3");
        TaskDefinition last = translation.definitions().get(4);
        assertThat(last.timing().jitter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(last.timing().catchUp().policy()).isEqualTo(Policy.NONE);
        assertThat(last.running().whenBusy()).isEqualTo(WhenBusy.ALLOW);
        assertThat(last.description()).isEqualTo("-*/10 * * * *   date +\\%H");
    }

    @Test
    void readsTheCrontabOfTheSystem() {
        Translation translation = read(Format.SYSTEM_CRONTAB, "/etc/crontab", """
                17 *    * * *   root    cd / && run-parts --report /etc/cron.hourly
                @weekly backup  /usr/local/bin/backup.sh
                @daily  root
                """);

        assertThat(tasks(translation))
                .containsExactly(
                        "cd | cron:17 *    * * * | Europe/Oslo | cd / && run-parts --report /etc/cron.hourly",
                        "backup | cron:@weekly | Europe/Oslo | /usr/local/bin/backup.sh");
        assertThat(translation.definitions()).extracting(TaskDefinition::owner).containsExactly("os:root", "os:backup");
        assertThat(problems(translation)).containsExactly("ERROR /etc/crontab:3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @reboot /bin/true                | A task does not start because a machine does.
            0 6 * * /bin/true                | This is no entry of a crontab.
            0~30 6 * * * /bin/true           | A random time cannot be said.
            0 6 * * * mail joe%Hello%World   | What is sent to the command from the line, from the percent sign on, cannot be said.
            0 6 * * * /bin/true \\           | Cron knows no line that goes on in the next, so the command is cut off here.
            CRON_TZ=Mars/Base                | There is no such zone; the entries that follow keep the one before.
            RANDOM_DELAY=soon                | This is no number of minutes to put commands off by.
            0 6 30 2 * /bin/true             | The schedule has no time at all: no such date, or none from its start on.
            """)
    void refusesWhatCronSaysAndATaskCannot(String line, String what) {
        Translation translation = read(Format.CRONTAB, "crontab", "\n" + line + "\n");

        assertThat(translation.definitions()).isEmpty();
        assertThat(translation.problems()).hasSize(1);
        Problem problem = translation.problems().get(0);
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.where()).contains("crontab:2");
        assertThat(problem.what().text(Locale.ENGLISH)).isEqualTo(what);
        assertThat(problem.advice()).isPresent();
    }

    @Test
    void saysWhichFieldOfAnEntryIsWrong() {
        Problem problem = read(Format.CRONTAB, "crontab", "0 25 * * * /bin/true")
                .problems()
                .get(0);

        assertThat(problem.where()).contains("crontab:1");
        assertThat(problem.text(Locale.ENGLISH)).contains("25");
    }

    @Test
    void readsATimerUnit() {
        Translation translation = read(Format.SYSTEMD_TIMER, """
                [Unit]
                Description=Fetch what the bank \\
                  sent

                [Timer]
                ; every morning
                OnCalendar=Mon..Fri 06:30
                OnCalendar=*-*~01 18:00 UTC
                Persistent=yes
                RandomizedDelaySec=1h 30min
                AccuracySec=1us
                Unit=fetch.service

                [Install]
                WantedBy=timers.target
                """);

        assertThat(tasks(translation))
                .containsExactly(
                        "night | cron:30 6 * * 1,2,3,4,5 | Europe/Oslo | systemctl start fetch.service",
                        "night-2 | RRULE:FREQ=DAILY;BYMONTHDAY=-1;BYHOUR=18;BYMINUTE=0;BYSECOND=0 | UTC"
                                + " | systemctl start fetch.service");
        assertThat(translation.problems()).isEmpty();
        TaskDefinition first = translation.definitions().get(0);
        assertThat(first.description()).isEqualTo("Fetch what the bank  sent\nOnCalendar=Mon..Fri 06:30");
        assertThat(first.timing().jitter()).isEqualTo(Duration.ofMinutes(90));
        assertThat(first.timing().catchUp().policy()).isEqualTo(Policy.LATEST);
        assertThat(first.running().whenBusy()).isEqualTo(WhenBusy.SKIP);
    }

    @Test
    void forgetsWhatATimerTakesBack() {
        Translation translation = read(Format.SYSTEMD_TIMER, """
                [Timer]
                OnCalendar=hourly
                OnCalendar=
                OnCalendar=daily
                """);

        assertThat(tasks(translation))
                .containsExactly("night | cron:0 0 * * * | Europe/Oslo | systemctl start night.service");
        assertThat(translation.definitions().get(0).timing().catchUp().policy()).isEqualTo(Policy.NONE);
    }

    @Test
    void readsExpressionsOneALineAndSaysWhatCannotBeSaid() {
        Translation translation = read(Format.SYSTEMD_TIMER, "times.txt", """
                Mon *-*-* 06:00
                # a remark
                2026/2-01-01
                """);

        assertThat(translation.definitions()).hasSize(1);
        assertThat(problems(translation)).containsExactly("ERROR times.txt:3");
        assertThat(translation.problems().get(0).found()).isPresent();
    }

    @Test
    void refusesWhatCountsFromAStartOfSomething() {
        Translation translation = read(Format.SYSTEMD_TIMER, """
                [Timer]
                OnBootSec=15min
                OnUnitActiveSec=1w
                RandomizedDelaySec=a while
                """);

        assertThat(translation.definitions()).isEmpty();
        assertThat(problems(translation))
                .containsExactly(
                        "ERROR folder/night.timer:2", "ERROR folder/night.timer:3", "ERROR folder/night.timer:4");
    }

    @Test
    void putsNothingIntoAParameterThatIsNotNamed() {
        Translation translation = Translation.of(new ForeignSchedule(
                Format.CRONTAB, "@daily /bin/true", "crontab", "import", "", Map.of(), "UTC", "os:kari"));

        assertThat(translation.definitions().get(0).parameters()).isEqualTo(Map.of());
        assertThat(translation.definitions().get(0).owner()).isEqualTo("os:kari");
        assertThat(translation.definitions().get(0).description()).isEqualTo("@daily /bin/true");
    }
}
