package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the fixture files: which occurrences a rule has from a start on. */
class FixtureTest {
    private static final List<String> FILES = List.of(
            "standard-examples",
            "months-and-leap-days",
            "weeks",
            "positions",
            "limits-and-intervals",
            "ends-and-single-dates",
            "follow-up-patterns",
            "never",
            "skip");

    static Stream<Arguments> rows() {
        return FILES.stream().flatMap(FixtureTest::rowsOf);
    }

    static Stream<Arguments> zoneRows() {
        return rowsOf("zones");
    }

    private static Stream<Arguments> rowsOf(String file) {
        try (InputStream in = FixtureTest.class.getResourceAsStream(file + ".tsv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> Arguments.of((Object[]) line.split("\t", -1)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void hasTheOccurrences(
            String what, String start, String rule, String excluded, String added, Extent extent, String occurrences) {
        Moment begin = Moment.parse(start);
        Recurrence recurrence = Recurrence.startingAt(begin)
                .rule(RecurrenceRule.parse(rule))
                .excludeAll(moments(begin, excluded))
                .addAll(moments(begin, added))
                .compile();
        List<Moment> expected = moments(begin, occurrences);
        assertThat(recurrence.extent()).isEqualTo(extent);
        assertThat(recurrence.occurrences().limit(expected.size())).isEqualTo(expected);
        assertThat(LongStream.rangeClosed(1, expected.size())
                        .boxed()
                        .flatMap(number -> recurrence.occurrence(number).stream()))
                .isEqualTo(expected);
        if (extent == Extent.FINITE) {
            assertThat(recurrence.countBefore(Sequence.MAX)).isEqualTo(expected.size());
        }
        if (!expected.isEmpty()) {
            List<Moment> reversed = new ArrayList<>(expected);
            Collections.reverse(reversed);
            assertThat(recurrence.backFrom(reversed.get(0))).isEqualTo(reversed);
        }
    }

    /** Moments in the form of their kind, without the zone, which is that of the start. */
    private static List<Moment> moments(Moment start, String texts) {
        String zone = start instanceof Moment.Zoned zoned ? "TZID=" + zoned.zone() + ":" : "";
        return Stream.of(texts.split(" "))
                .filter(text -> !text.isEmpty() && !text.equals("-"))
                .map(text -> Moment.parse(zone + text))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {3} {4}")
    @MethodSource("zoneRows")
    void putsTheWallClockOnTheLineOfInstants(
            String what, String start, String rule, String gap, String overlap, String occurrences) {
        RecurrenceBuilder builder = Recurrence.startingAt(Moment.parse(start));
        if (gap.isEmpty()) {
            builder.rule(ElapsedRule.parse(rule));
        } else {
            builder.rule(RecurrenceRule.parse(rule))
                    .gapPolicy(GapPolicy.valueOf(gap))
                    .overlapPolicy(OverlapPolicy.valueOf(overlap));
        }
        List<OffsetDateTime> expected =
                Stream.of(occurrences.split(" ")).map(OffsetDateTime::parse).toList();
        assertThat(builder.compile()
                        .occurrences()
                        .limit(expected.size())
                        .map(moment -> (Moment.Zoned) moment)
                        .map(moment -> OffsetDateTime.ofInstant(moment.instant(), moment.offset())))
                .isEqualTo(expected);
    }
}
