package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.ManualClock;

class RecurCommandsTest {
    private static final String OSLO_MONDAY_6_JANUARY = "TZID=Europe/Oslo:20250106T090000";

    private final FakeTerminal terminal = new FakeTerminal();
    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:30Z");

    @Test
    void listsWhatARuleOfTheStandardMakesWithSingleDates() {
        assertThat(run(
                        "next",
                        "--dtstart",
                        OSLO_MONDAY_6_JANUARY,
                        "--rrule",
                        "FREQ=WEEKLY;BYDAY=MO,WE",
                        "--exdate",
                        "TZID=Europe/Oslo:20250108T090000",
                        "--rdate",
                        "TZID=Europe/Oslo:20250107T120000",
                        "-n",
                        "3",
                        "-o",
                        "json"))
                .isEqualTo(ExitCode.OK);
        assertThat(compact())
                .isEqualTo(
                        "[{\"local\":\"2025-01-06T09:00:00\",\"zone\":\"Europe/Oslo\",\"instant\":\"2025-01-06T08:00:00Z\"},"
                                + "{\"local\":\"2025-01-07T12:00:00\",\"zone\":\"Europe/Oslo\",\"instant\":\"2025-01-07T11:00:00Z\"},"
                                + "{\"local\":\"2025-01-13T09:00:00\",\"zone\":\"Europe/Oslo\",\"instant\":\"2025-01-13T08:00:00Z\"}]");
    }

    @Test
    void listsDatesAndFloatingTimesWithoutAnInstant() {
        run("next", "--dtstart", "20250131", "--rrule", "FREQ=MONTHLY", "-n", "2", "-o", "json");
        run("next", "--dtstart", "20250131T080000", "--rrule", "FREQ=DAILY;COUNT=1", "-o", "json");
        run("next", "--dtstart", "20250131T080000Z", "--rrule", "FREQ=DAILY;COUNT=1", "-o", "json");

        assertThat(compact())
                .contains("[{\"local\":\"2025-01-31\",\"zone\":null,\"instant\":null},{\"local\":\"2025-03-31\"")
                .contains("{\"local\":\"2025-01-31T08:00:00\",\"zone\":null,\"instant\":null}")
                .contains("{\"local\":\"2025-01-31T08:00:00\",\"zone\":\"UTC\",\"instant\":\"2025-01-31T08:00:00Z\"}");
    }

    @Test
    void listsNothingAtOnceForARuleThatNeverFires() {
        assertThat(run(
                        "next",
                        "--dtstart",
                        "20250131T080000Z",
                        "--rrule",
                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                        "-o",
                        "json"))
                .isEqualTo(ExitCode.OK);
        assertThat(compact()).isEqualTo("[]");
    }

    @Test
    void putsTimesThatTheClockLeavesOutWhereAsked() {
        for (String gap : List.of("shift", "skip", "first-valid")) {
            run(
                    "next",
                    "--dtstart",
                    "TZID=Europe/Oslo:20250330T023000",
                    "--rrule",
                    "FREQ=DAILY",
                    "--gap",
                    gap,
                    "-n",
                    "1",
                    "-o",
                    "csv",
                    "--no-headers");
        }
        assertThat(terminal.out().lines())
                .containsExactly(
                        "2025-03-30T03:30:00,Europe/Oslo,2025-03-30T01:30:00Z",
                        "2025-03-31T02:30:00,Europe/Oslo,2025-03-31T00:30:00Z",
                        "2025-03-30T03:00:00,Europe/Oslo,2025-03-30T01:00:00Z");
    }

    @Test
    void listsCronFromNowOnInAZone() {
        run("next", "0 6 * * 1-5", "--zone", "Europe/Oslo", "-n", "2", "-o", "csv", "--no-headers");

        assertThat(terminal.out().lines())
                .containsExactly(
                        "2026-02-02T06:00:00,Europe/Oslo,2026-02-02T05:00:00Z",
                        "2026-02-03T06:00:00,Europe/Oslo,2026-02-03T05:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"every other Tuesday at 9", "annenhver tirsdag kl. 9", "varannan tisdag kl 9"})
    void understandsSentencesOfEachLanguage(String sentence) {
        run("next", sentence, "--dtstart", "TZID=Europe/Oslo:20250107T090000", "-n", "2", "-o", "csv", "--no-headers");

        assertThat(column(0)).containsExactly("2025-01-07T09:00:00", "2025-01-21T09:00:00");
    }

    @Test
    void takesARuleThatStandsInNoQuotationMarks() {
        run("convert", "every", "other", "Tuesday", "at", "9", "--to", "words");

        assertThat(terminal.out()).startsWith("every other Tuesday at 09:00");
    }

    @Test
    void listsFromAMomentOn() {
        run(
                "next",
                "--dtstart",
                OSLO_MONDAY_6_JANUARY,
                "--rrule",
                "FREQ=DAILY",
                "--from",
                "2045-06-01T09:00:01",
                "-n",
                "1",
                "-o",
                "csv",
                "--no-headers");

        assertThat(terminal.out()).startsWith("2045-06-02T09:00:00");
    }

    @Test
    void saysWhatARuleMeansAndHowFarItGoes() {
        run("describe", "FREQ=WEEKLY;COUNT=3;BYDAY=TU", "--dtstart", "20250107", "-o", "json");

        assertThat(compact())
                .contains("\"rule\":\"RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU\"")
                .contains("\"extent\":\"finite\"")
                .contains("\"first_occurrence\":\"2025-01-07\",\"last_occurrence\":\"2025-01-21\",\"occurrences\":3");
    }

    @Test
    void writesARuleInAnotherFormOrSaysWhatIsLost() {
        assertThat(run("convert", "0 6 * * 1-5", "--to", "rrule")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).startsWith("RRULE:FREQ=").contains("BYHOUR=6");

        assertThat(run("convert", "0 0 6 15W * ?", "--to", "rrule")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("nearest", "15W");
    }

    @Test
    void listsFromADateOrFromNowOnHoweverLongAgoItStarted() {
        run(
                "next",
                "--dtstart",
                OSLO_MONDAY_6_JANUARY,
                "--rrule",
                "FREQ=DAILY",
                "--from",
                "2026-03-01",
                "-n",
                "1",
                "-o",
                "csv",
                "--no-headers");
        run(
                "next",
                "--dtstart",
                OSLO_MONDAY_6_JANUARY,
                "--rrule",
                "FREQ=DAILY",
                "--from",
                "now",
                "-n",
                "1",
                "-o",
                "csv",
                "--no-headers");
        run(
                "next",
                "--dtstart",
                "20250106",
                "--rrule",
                "FREQ=DAILY",
                "--from",
                "now",
                "-n",
                "1",
                "-o",
                "csv",
                "--no-headers");

        assertThat(column(0)).containsExactly("2026-03-01T09:00:00", "2026-02-01T09:00:00", "2026-02-01");
    }

    @ParameterizedTest
    @CsvSource({
        "20250106T090000, 2025-01-06T09:00:00",
        "2025-01-06T09:00, 2025-01-06T09:00:00",
        "2025-01-06T09:00:15, 2025-01-06T09:00:15",
        "2025-01-06, 2025-01-06",
        "TZID=Europe/Oslo:2025-01-06T09:00, 2025-01-06T09:00:00",
        "2025-01-06T08:00Z, 2025-01-06T08:00:00"
    })
    void takesStartsAsBothStandardsWriteThem(String start, String local) {
        run("next", "--dtstart", start, "--rrule", "FREQ=DAILY;COUNT=1", "-o", "csv", "--no-headers");

        assertThat(terminal.out()).startsWith(local + ",");
    }

    @Test
    void putsAStartWithoutAZoneIntoTheOneGiven() {
        run(
                "next",
                "--dtstart",
                "20250106T090000",
                "--zone",
                "Europe/Oslo",
                "--rrule",
                "FREQ=DAILY;COUNT=1",
                "-o",
                "csv",
                "--no-headers");

        assertThat(terminal.out()).startsWith("2025-01-06T09:00:00,Europe/Oslo,2025-01-06T08:00:00Z");
    }

    @Test
    void countsElapsedTimeFromItsStart() {
        run(
                "next",
                "--dtstart",
                "TZID=Europe/Oslo:20251026T013000",
                "--rrule",
                "X-EVERY=PT60M;COUNT=3",
                "-o",
                "csv",
                "--no-headers");

        assertThat(column(2)).containsExactly("2025-10-25T23:30:00Z", "2025-10-26T00:30:00Z", "2025-10-26T01:30:00Z");
    }

    @Test
    void takesEachKindOfRuleByItsOwnName() {
        run("next", "--cron", "@daily", "--zone", "Europe/Oslo", "-n", "1", "-o", "csv", "--no-headers");
        run("next", "--cron", "0 0 6 ? * MON", "--zone", "Europe/Oslo", "-n", "1", "-o", "csv", "--no-headers");
        run(
                "next",
                "--words",
                "siste fredag i måneden kl. 15",
                "--zone",
                "Europe/Oslo",
                "-n",
                "1",
                "-o",
                "csv",
                "--no-headers");
        run("next", "--rdate", "20300101", "--dtstart", "20250101", "-o", "csv", "--no-headers");

        assertThat(column(0))
                .containsExactly("2026-02-02T00:00:00", "2026-02-02T06:00:00", "2026-02-27T15:00:00", "2030-01-01");
    }

    @Test
    void describesInTheLanguageOfTheCallerWithTheShortLabel() {
        run("describe", "pattern:monthly on 23 until 2017-09-23", "--dtstart", "20160923", "--lang", "nb");

        assertThat(terminal.out())
                .contains("Månedlig på dag 23 til og med 23. september 2017")
                .contains("Månedlig (23.09.2016 - 23.09.2017)")
                .contains("med slutt");
    }

    @Test
    void saysWhatWasReadInOneWayOfSeveral() {
        run("describe", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260101", "--dtstart", OSLO_MONDAY_6_JANUARY);

        assertThat(terminal.err()).contains("The start is no occurrence", "the end of that day is meant");
    }

    @Test
    void writesARuleAsASentenceAndForPrograms() {
        run("convert", "0 6 * * 1-5", "--to", "words", "--lang", "sv");
        run("convert", "varannan tisdag", "-o", "json");

        assertThat(terminal.out()).startsWith("varje arbetsdag kl. 06:00\n");
        assertThat(compact()).endsWith("{\"form\":\"rrule\",\"text\":\"RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU\"}");
    }

    @Test
    void findsTheFirstConflictOfTwoRules() {
        assertThat(run(
                        "conflicts",
                        "every other Tuesday at 9",
                        "0 9 1 * *",
                        "--dtstart",
                        OSLO_MONDAY_6_JANUARY,
                        "--length",
                        "1h",
                        "-o",
                        "json"))
                .isEqualTo(ExitCode.OK);
        assertThat(compact())
                .isEqualTo("{\"conflicts\":[{\"local\":\"2025-04-01T09:00:00\",\"zone\":\"Europe/Oslo\","
                        + "\"instant\":\"2025-04-01T07:00:00Z\",\"ends\":\"2025-04-01T10:00:00\","
                        + "\"one\":\"2025-04-01T09:00:00\",\"other\":\"2025-04-01T09:00:00\"}],\"proof\":null}");
        assertThat(terminal.err()).contains("first conflict");
    }

    @Test
    void provesThatTwoRulesNeverConflict() {
        run(
                "conflicts",
                "--rrule",
                "FREQ=DAILY",
                "--rrule",
                "FREQ=WEEKLY",
                "--dtstart",
                "20250106T090000",
                "--dtstart",
                "20250107T120000",
                "-o",
                "json");

        assertThat(compact()).startsWith("{\"conflicts\":[],\"proof\":\"");
        assertThat(terminal.err()).contains("They never conflict");
    }

    @Test
    void listsAllConflictsOfATimeOrTheFirstFromAMomentOn() {
        String[] rules = {"conflicts", "0 9 * * 1", "0 9 1 * *", "--zone", "Europe/Oslo", "-o", "csv", "--no-headers"};
        run(with(rules, "--from", "2027-01-01", "--to", "2028-01-01"));
        run(with(rules, "--from", "2028-01-01"));
        run(with(rules, "--from", "2027-02-02", "--to", "2027-03-01"));

        assertThat(column(0))
                .containsExactly(
                        "2027-02-01T09:00:00", "2027-03-01T09:00:00", "2027-11-01T09:00:00", "2028-05-01T09:00:00");
        assertThat(terminal.err()).contains("Conflicts in that time: 3", "Conflicts in that time: 0");
    }

    @Test
    void listsSoManyConflictsAndSaysThatThereAreMore() {
        String[] rules = {"conflicts", "* * * * *", "* * * * *", "--zone", "Europe/Oslo", "-o", "csv", "--no-headers"};
        run(with(rules, "--from", "2027-01-01", "--to", "2999-01-01", "-n", "2"));
        run(with(rules, "--from", "2027-01-01", "--to", "2999-01-01"));

        assertThat(column(0))
                .hasSize(2 + 1_000)
                .startsWith("2027-01-01T00:00:00", "2027-01-01T00:01:00")
                .endsWith("2027-01-01T16:39:00");
        assertThat(terminal.err()).contains("more conflicts in that time than these 2:", "than these 1,000:");
    }

    @Test
    void comparesWholeDaysWithTimesInTheZone() {
        run("conflicts", "every Monday", "0 9 1 * *", "--zone", "Europe/Oslo", "-o", "csv", "--no-headers");

        assertThat(column(0)).containsExactly("2026-06-01T09:00:00");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "place, found and expected of a rule",
                        List.of("next", "--rrule", "FREQ=DAILY;INTERVAL=0"),
                        List.of("--rrule, character 21", "INTERVAL is \"0\"; expected a whole number")),
                arguments(
                        "an unknown part",
                        List.of("next", "FREK=DAILY"),
                        List.of("RULE, character", "FREQ is missing")),
                arguments(
                        "a cron field out of bounds",
                        List.of("next", "--cron", "0 25 * * *"),
                        List.of("--cron, character 3", "found 25, expected hour 0 to 23")),
                arguments("too few fields", List.of("next", "0 6 * *"), List.of("RULE, character 8", "found 4 fields")),
                arguments(
                        "a word, with what was meant",
                        List.of("next", "--words", "every Tusday at 9"),
                        List.of("--words, character 7", "\"Tusday\"", "every Tuesday at 9")),
                arguments(
                        "a word of another language, in that language",
                        List.of("next", "annenhver tirsdagg"),
                        List.of("RULE, character 11", "annenhver tirsdag")),
                arguments(
                        "a zone, with the nearest",
                        List.of("next", "@daily", "--zone", "Europe/Olso"),
                        List.of("--zone", "found Europe/Olso", "Europe/Oslo?")),
                arguments(
                        "a start that is no date",
                        List.of("next", "@daily", "--dtstart", "2025-02-30"),
                        List.of("--dtstart", "20250230", "expected 2025-01-06")),
                arguments(
                        "a start in an unknown zone",
                        List.of("next", "@daily", "--dtstart", "TZID=Europe/Nowhere:20250106T090000"),
                        List.of("--dtstart", "Europe/Nowhere")),
                arguments(
                        "a single date that does not go with the start",
                        List.of("next", "FREQ=DAILY", "--dtstart", "20250106", "--rdate", "20250107T090000"),
                        List.of("--rdate", "20250106")),
                arguments(
                        "a rule that does not go with the start",
                        List.of("next", "EVERY=PT5M", "--dtstart", "20250106"),
                        List.of("--dtstart", "20250106")),
                arguments(
                        "two rules", List.of("next", "@daily", "--rrule", "FREQ=DAILY"), List.of("--words", "found 2")),
                arguments("no rule", List.of("next"), List.of("no rule", "every other Tuesday at 9")),
                arguments("no rule to describe", List.of("describe"), List.of("no rule")),
                arguments(
                        "too few occurrences",
                        List.of("next", "@daily", "-n", "0"),
                        List.of("--number", "found 0", "1–100000")),
                arguments("too many", List.of("next", "@daily", "-n", "100001"), List.of("--number", "found 100001")),
                arguments(
                        "how many conflicts without an end",
                        List.of("conflicts", "@daily", "@weekly", "-n", "5"),
                        List.of("--number", "found 5, expected --to")),
                arguments(
                        "elapsed time with an end",
                        List.of("convert", "EVERY=PT5M;COUNT=3", "--dtstart", "20250106T090000Z"),
                        List.of("COUNT and UNTIL")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void tellsAMistakeWithPlaceAndAdvice(String what, List<String> words, List<String> told) {
        assertThat(run(words.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains(told);
        assertThat(terminal.out()).isEmpty();
    }

    private ExitCode run(String... words) {
        List<String> all = new ArrayList<>(List.of("recur"));
        all.addAll(Arrays.asList(words));
        return new Workbench()
                .with(RecurCommands.of(clock).toArray(WorkbenchCommand[]::new))
                .run(terminal, all.toArray(String[]::new));
    }

    /** What stands in a column of rows in CSV. */
    private List<String> column(int index) {
        return terminal.out().lines().map(line -> line.split(",", -1)[index]).toList();
    }

    private String compact() {
        return terminal.out().replaceAll("\\s+", "");
    }
}
