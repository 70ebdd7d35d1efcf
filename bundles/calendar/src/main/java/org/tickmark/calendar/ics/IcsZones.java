package org.tickmark.calendar.ics;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Zones of files as zones of the world, and back.
 *
 * <p>Source: RFC 5545 section 3.6.5; names of Windows from the Unicode CLDR.
 */
final class IcsZones {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final int DAYS_OF_A_WEEK = 7;

    /** Names that programs of Windows write. */
    private static final Map<String, String> WINDOWS = Map.ofEntries(
            Map.entry("W. Europe Standard Time", "Europe/Berlin"),
            Map.entry("Central Europe Standard Time", "Europe/Budapest"),
            Map.entry("Central European Standard Time", "Europe/Warsaw"),
            Map.entry("Romance Standard Time", "Europe/Paris"),
            Map.entry("GMT Standard Time", "Europe/London"),
            Map.entry("Greenwich Standard Time", "Atlantic/Reykjavik"),
            Map.entry("FLE Standard Time", "Europe/Kiev"),
            Map.entry("E. Europe Standard Time", "Europe/Chisinau"),
            Map.entry("GTB Standard Time", "Europe/Bucharest"),
            Map.entry("Russian Standard Time", "Europe/Moscow"),
            Map.entry("Turkey Standard Time", "Europe/Istanbul"),
            Map.entry("Eastern Standard Time", "America/New_York"),
            Map.entry("Central Standard Time", "America/Chicago"),
            Map.entry("Mountain Standard Time", "America/Denver"),
            Map.entry("Pacific Standard Time", "America/Los_Angeles"),
            Map.entry("Atlantic Standard Time", "America/Halifax"),
            Map.entry("India Standard Time", "Asia/Kolkata"),
            Map.entry("China Standard Time", "Asia/Shanghai"),
            Map.entry("Tokyo Standard Time", "Asia/Tokyo"),
            Map.entry("Singapore Standard Time", "Asia/Singapore"),
            Map.entry("AUS Eastern Standard Time", "Australia/Sydney"),
            Map.entry("UTC", "Z"));

    private final Map<String, Component> defined = new HashMap<>();

    /** The zones that a file defines. */
    IcsZones(List<Component> zones) {
        for (Component zone : zones) {
            zone.line("TZID").ifPresent(id -> defined.put(id.value().strip(), zone));
        }
    }

    /** The zone that a file calls so. */
    Optional<ZoneId> find(String name) {
        return known(name)
                .or(() -> Optional.ofNullable(WINDOWS.get(name)).flatMap(IcsZones::known))
                .or(() -> ofPath(name))
                .or(() -> Optional.ofNullable(defined.get(name)).flatMap(IcsZones::ofDefinition));
    }

    private static Optional<ZoneId> known(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Some programs write a path before the name: {@code /example.org/Tzfile/Europe/Oslo}. */
    private static Optional<ZoneId> ofPath(String name) {
        int slash = name.indexOf('/');
        while (slash >= 0) {
            Optional<ZoneId> rest = known(name.substring(slash + 1));
            if (rest.isPresent()) {
                return rest;
            }
            slash = name.indexOf('/', slash + 1);
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> ofDefinition(Component zone) {
        Optional<ZoneId> located =
                zone.line("X-LIC-LOCATION").flatMap(line -> known(line.value().strip()));
        Set<String> offsets = zone.parts().stream()
                .flatMap(part -> part.line("TZOFFSETTO").stream())
                .map(line -> line.value().strip())
                .collect(Collectors.toSet());
        return located.or(() -> offsets.size() == 1 ? known(offsets.iterator().next()) : Optional.empty());
    }

    // Writing

    /** The definition of a zone, right from the year before a time on. */
    static List<ContentLine> definition(ZoneId zone, LocalDateTime from) {
        List<ContentLine> lines = new ArrayList<>();
        lines.add(ContentLine.of("BEGIN", "VTIMEZONE"));
        lines.add(ContentLine.of("TZID", zone.getId()));
        ZoneRules rules = zone.getRules();
        LocalDateTime since = LocalDateTime.of(Math.max(1, from.getYear() - 1), 1, 1, 0, 0);
        ZoneOffset first = rules.getOffset(since);
        observance(lines, rules.isDaylightSavings(since.toInstant(first)), since, first, first, "");
        int year = since.getYear();
        for (ZoneOffsetTransition transition : rules.getTransitions()) {
            if (transition.getDateTimeBefore().isAfter(since)) {
                observance(lines, rules, transition, "");
                year = Math.max(year, transition.getDateTimeBefore().getYear() + 1);
            }
        }
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            observance(lines, rules, rule.createTransition(year), yearly(rule, rule.createTransition(year)));
        }
        lines.add(ContentLine.of("END", "VTIMEZONE"));
        return lines;
    }

    private static void observance(
            List<ContentLine> lines, ZoneRules rules, ZoneOffsetTransition transition, String rule) {
        observance(
                lines,
                rules.isDaylightSavings(transition.getInstant()),
                transition.getDateTimeBefore(),
                transition.getOffsetBefore(),
                transition.getOffsetAfter(),
                rule);
    }

    private static void observance(
            List<ContentLine> lines, boolean daylight, LocalDateTime at, ZoneOffset from, ZoneOffset to, String rule) {
        String name = daylight ? "DAYLIGHT" : "STANDARD";
        lines.add(ContentLine.of("BEGIN", name));
        lines.add(ContentLine.of("DTSTART", TIME.format(at)));
        lines.add(ContentLine.of("TZOFFSETFROM", offset(from)));
        lines.add(ContentLine.of("TZOFFSETTO", offset(to)));
        if (!rule.isEmpty()) {
            lines.add(ContentLine.of("RRULE", rule));
        }
        lines.add(ContentLine.of("END", name));
    }

    private static String offset(ZoneOffset offset) {
        String id = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        return id.replace(":", "");
    }

    private static String yearly(ZoneOffsetTransitionRule rule, ZoneOffsetTransition example) {
        String month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
        DayOfWeek weekday = rule.getDayOfWeek();
        int day = rule.getDayOfMonthIndicator();
        if (weekday == null) {
            return month + ";BYMONTHDAY=" + day;
        }
        int shift = example.getDateTimeBefore().getDayOfWeek().getValue() - weekday.getValue();
        String name = weekday.plus(shift).name().substring(0, 2);
        int first = day > 0 ? day + shift : rule.getMonth().maxLength() + day - DAYS_OF_A_WEEK + 2 + shift;
        return month + ";BYDAY=" + numbered(rule.getMonth(), first, name);
    }

    /** The weekday of the week that begins with a day of the month: the last or the nth of the month, where it is that. */
    private static String numbered(Month month, int first, String weekday) {
        if (first + DAYS_OF_A_WEEK - 1 == month.minLength() && month.minLength() == month.maxLength()) {
            return "-1" + weekday;
        }
        if (first % DAYS_OF_A_WEEK == 1) {
            return first / DAYS_OF_A_WEEK + 1 + weekday;
        }
        String days = IntStream.range(first, first + DAYS_OF_A_WEEK)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        return weekday + ";BYMONTHDAY=" + days;
    }
}
