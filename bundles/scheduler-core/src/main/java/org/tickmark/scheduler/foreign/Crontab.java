package org.tickmark.scheduler.foreign;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.Running.WhenBusy;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.scheduler.foreign.TaskMaker.Found;

/**
 * Reads a crontab. Cron never makes up for what went by and starts a command beside one that still runs, so the tasks do the same.
 *
 * <p>Source: crontab(5) of cronie and of Vixie cron.
 */
final class Crontab {
    private static final Pattern ENVIRONMENT =
            Pattern.compile("\\s*(\"[^\"]+\"|'[^']+'|[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
    private static final Pattern ENTRY = Pattern.compile("(@\\S+|(?:\\S+\\s+){4}\\S+)\\s+(\\S.*)");
    private static final Pattern WITH_USER = Pattern.compile("(\\S+)\\s+(\\S.*)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=\\S*");
    private static final Map<String, String> OF_BSD = Map.of("@every_minute", "* * * * *");
    private static final List<String> ABOUT_MAIL =
            List.of("MAILTO", "MAILFROM", "CONTENT_TYPE", "CONTENT_TRANSFER_ENCODING");
    private static final int LONGEST_DELAY_MINUTES = 100_000;

    private final ForeignSchedule foreign;
    private final boolean ofSystem;
    private final TaskMaker tasks;
    private String zone;
    private Duration delay = Duration.ZERO;

    Crontab(ForeignSchedule foreign, boolean ofSystem) {
        this.foreign = foreign;
        this.ofSystem = ofSystem;
        this.tasks = new TaskMaker(foreign);
        this.zone = foreign.zone();
    }

    Translation read() {
        List<String> lines = foreign.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(i + 1, line);
            }
        }
        return tasks.translation();
    }

    private void read(int number, String line) {
        Matcher environment = ENVIRONMENT.matcher(line);
        Matcher entry = ENTRY.matcher(line);
        if (environment.matches()) {
            set(
                    number,
                    unquoted(environment.group(1)),
                    unquoted(environment.group(2).strip()));
        } else if (entry.matches()) {
            read(number, line, entry.group(1), entry.group(2));
        } else {
            tasks.refuse(number, "cron.entry", line);
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private void set(int number, String name, String value) {
        switch (name) {
            case "CRON_TZ" -> setZone(number, value);
            case "RANDOM_DELAY" -> setDelay(number, value);
            default ->
                tasks.warn(
                        number, ABOUT_MAIL.contains(name) ? "cron.mail" : "cron.environment", name + "=" + value, name);
        }
    }

    private void setZone(int number, String value) {
        try {
            zone = ZoneId.of(value).getId();
        } catch (DateTimeException e) {
            tasks.refuse(number, "zone", value);
        }
    }

    private void setDelay(int number, String value) {
        if (value.matches("\\d{1,6}") && Integer.parseInt(value) <= LONGEST_DELAY_MINUTES) {
            delay = Duration.ofMinutes(Integer.parseInt(value));
        } else {
            tasks.refuse(number, "cron.delay", value);
        }
    }

    private void read(int number, String line, String times, String rest) {
        String fields = fields(times);
        Matcher user = WITH_USER.matcher(rest);
        if (fields.equals("@reboot")) {
            tasks.refuse(number, "cron.reboot", line);
        } else if (fields.contains("~")) {
            tasks.refuse(number, "cron.random", times);
        } else if (line.endsWith("\\")) {
            tasks.refuse(number, "cron.continued", line);
        } else if (ofSystem && !user.matches()) {
            tasks.refuse(number, "cron.user", line);
        } else {
            String owner = ofSystem ? "os:" + user.group(1) : "";
            command(ofSystem ? user.group(2) : rest)
                    .ifPresentOrElse(
                            command -> add(number, line, fields, owner, command),
                            () -> tasks.refuse(number, "cron.input", line));
        }
    }

    /** Without the hyphen that keeps cronie from logging; the nicknames of BSD as fields. */
    private static String fields(String times) {
        String fields = times.startsWith("-") ? times.substring(1) : times;
        String lower = fields.toLowerCase(Locale.ROOT);
        return OF_BSD.getOrDefault(lower, lower.startsWith("@") ? lower : fields);
    }

    /** The command as cron runs it; empty where it is fed from the line: from an unescaped percent sign on. */
    private static Optional<String> command(String written) {
        StringBuilder command = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean escapes = c == '\\' && i + 1 < written.length() && written.charAt(i + 1) == '%';
            if (c == '%') {
                return Optional.empty();
            }
            command.append(escapes ? '%' : c);
            i += escapes ? 1 : 0;
        }
        return Optional.of(command.toString());
    }

    private void add(int number, String line, String fields, String owner, String command) {
        Timing usual = Timing.of("cron:" + fields, zone);
        Timing timing = new Timing(
                usual.schedule(),
                usual.zone(),
                usual.gap(),
                usual.overlap(),
                usual.start(),
                usual.end(),
                usual.calendar(),
                usual.freeDays(),
                delay,
                new Timing.CatchUp(Timing.CatchUp.Policy.NONE, Optional.empty(), 1));
        tasks.add(new Found(number, program(command), line, command, owner, timing, WhenBusy.ALLOW));
    }

    /** The name of the program that a command runs first. */
    private static String program(String command) {
        for (String word : BLANKS.split(command, -1)) {
            if (!ASSIGNMENT.matcher(word).matches()) {
                return word.substring(word.lastIndexOf('/') + 1).replaceAll("\\.(sh|py|pl|rb)$", "");
            }
        }
        return command;
    }
}
