package org.tickmark.scheduler.foreign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.Running.WhenBusy;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.scheduler.foreign.TaskMaker.Found;

/**
 * Reads a systemd timer unit, or calendar expressions, one a line. A timer leaves a unit alone that still runs, and makes up for the
 * latest time if it is persistent; so do the tasks.
 *
 * <p>Source: systemd.timer(5), systemd.time(7), systemd.syntax(7).
 */
final class SystemdTimer {
    private static final Pattern SECTION = Pattern.compile("\\[(.+)]");
    private static final Pattern SETTING = Pattern.compile("([A-Za-z]+)\\s*=\\s*(.*)");
    private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-zA-Z]*)\\s*");
    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "t", "on");
    private static final Set<String> SINCE = Set.of(
            "OnActiveSec",
            "OnBootSec",
            "OnStartupSec",
            "OnUnitActiveSec",
            "OnUnitInactiveSec",
            "OnClockChange",
            "OnTimezoneChange");
    private static final Map<String, Double> UNITS = units();

    private final ForeignSchedule foreign;
    private final TaskMaker tasks;
    private final List<Line> calendars = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private String section = "";

    SystemdTimer(ForeignSchedule foreign) {
        this.foreign = foreign;
        this.tasks = new TaskMaker(foreign);
    }

    private record Line(int number, String text) {}

    private static Map<String, Double> units() {
        Map<String, Double> units = new HashMap<>();
        List.of("ms", "msec").forEach(unit -> units.put(unit, 0.001));
        List.of("", "s", "sec", "second", "seconds").forEach(unit -> units.put(unit, 1.0));
        List.of("m", "min", "minute", "minutes").forEach(unit -> units.put(unit, 60.0));
        List.of("h", "hr", "hour", "hours").forEach(unit -> units.put(unit, 3600.0));
        List.of("d", "day", "days").forEach(unit -> units.put(unit, 86_400.0));
        List.of("w", "week", "weeks").forEach(unit -> units.put(unit, 604_800.0));
        return units;
    }

    Translation read() {
        for (Line line : lines()) {
            read(line);
        }
        Duration delay = delay();
        calendars.forEach(line -> add(line, delay));
        return tasks.translation();
    }

    /** The lines that say something; one that ends with a backslash goes on in the next. */
    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int number = 0;
        int begun = 1;
        for (String raw : foreign.text().lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            begun = joined.isEmpty() ? number : begun;
            if (line.endsWith("\\")) {
                joined.append(line, 0, line.length() - 1).append(' ');
            } else {
                lines.add(new Line(begun, joined.append(line).toString()));
                joined.setLength(0);
            }
        }
        if (!joined.isEmpty()) {
            lines.add(new Line(begun, joined.toString().strip()));
        }
        return lines;
    }

    private void read(Line line) {
        Matcher heading = SECTION.matcher(line.text());
        Matcher setting = SETTING.matcher(line.text());
        if (heading.matches()) {
            section = heading.group(1);
        } else if (setting.matches()) {
            set(line.number(), setting.group(1), setting.group(2).strip());
        } else if (section.isEmpty()) {
            calendars.add(line);
        } else {
            tasks.refuse(line.number(), "systemd.line", line.text());
        }
    }

    private void set(int number, String name, String value) {
        if (name.equals("OnCalendar") && value.isEmpty()) {
            calendars.clear();
        } else if (name.equals("OnCalendar")) {
            calendars.add(new Line(number, value));
        } else if (SINCE.contains(name)) {
            tasks.refuse(number, "systemd.since", name + "=" + value);
        } else {
            settings.put(name, value);
            settings.put(name + "#", String.valueOf(number));
        }
    }

    private Duration delay() {
        Optional<String> given = Optional.ofNullable(settings.get("RandomizedDelaySec"));
        Optional<Duration> delay = given.flatMap(SystemdTimer::span);
        if (given.isPresent() && delay.isEmpty()) {
            tasks.refuse(Integer.parseInt(settings.get("RandomizedDelaySec#")), "systemd.span", given.get());
        }
        return delay.orElse(Duration.ZERO);
    }

    private static Optional<Duration> span(String text) {
        Matcher part = SPAN.matcher(text);
        double seconds = 0;
        int end = 0;
        while (part.find()
                && part.start() == end
                && UNITS.containsKey(part.group(2).toLowerCase(Locale.ROOT))) {
            seconds +=
                    Double.parseDouble(part.group(1)) * UNITS.get(part.group(2).toLowerCase(Locale.ROOT));
            end = part.end();
        }
        return end == text.length() && end > 0
                ? Optional.of(Duration.ofSeconds(Math.round(seconds)))
                : Optional.empty();
    }

    private void add(Line line, Duration delay) {
        try {
            CalendarExpression expression = CalendarExpression.parse(line.text());
            boolean isPersistent =
                    YES.contains(settings.getOrDefault("Persistent", "").toLowerCase(Locale.ROOT));
            Timing.CatchUp.Policy policy = isPersistent ? Timing.CatchUp.Policy.LATEST : Timing.CatchUp.Policy.NONE;
            Optional<Duration> window = isPersistent ? Optional.of(Duration.ofDays(366)) : Optional.empty();
            Timing usual = Timing.of(expression.schedule(), expression.zone().orElse(foreign.zone()));
            Timing timing = new Timing(
                    usual.schedule(),
                    usual.zone(),
                    usual.gap(),
                    usual.overlap(),
                    expression.start(),
                    expression.end(),
                    usual.calendar(),
                    usual.freeDays(),
                    delay,
                    new Timing.CatchUp(policy, window, 1));
            tasks.add(new Found(
                    line.number(), name(), description(line), "systemctl start " + unit(), "", timing, WhenBusy.SKIP));
        } catch (CalendarSyntaxException e) {
            tasks.refuse(line.number(), e.rule(), e.found());
        }
    }

    private String description(Line line) {
        String description = settings.getOrDefault("Description", "");
        return (description.isEmpty() ? "" : description + "\n") + "OnCalendar=" + line.text();
    }

    /** The file's name without its folders and its ending. */
    private String name() {
        String file = foreign.from().substring(foreign.from().lastIndexOf('/') + 1);
        return file.replaceAll("\\.timer$", "");
    }

    private String unit() {
        return settings.getOrDefault("Unit", name() + ".service");
    }
}
