package org.tickmark.calendar.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.calendar.people.Answers.Given;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Who;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.series.Changes;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Length;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/**
 * Time that an item takes of someone, all of it in the same way: a series, also one without end, whose moments are instants.
 *
 * @param series when; without what the person stays away from
 * @param how how it takes the time
 */
record Taken(Series series, Occupation how) {
    private static final RecurrenceRule ONCE =
            RecurrenceRule.every(Frequency.DAILY).count(1).build();

    /** The time that an item takes of someone; nothing where they have no part in it, or stay away. */
    static List<Taken> of(Item item, String who, ZoneId home) {
        boolean isOwner = who.equals(item.owner());
        if (item.content() instanceof Single single) {
            return of(single.occurrence(), who, isOwner, home);
        }
        return new OfSeries((Series) item.content(), who, isOwner, home).taken();
    }

    private static List<Taken> of(Occurrence one, String who, boolean isOwner, ZoneId home) {
        return occupation(one, who, isOwner).map(how -> new Taken(once(one, home), how)).stream()
                .toList();
    }

    private static Optional<Occupation> occupation(Occurrence one, String who, boolean isOwner) {
        return occupation(one.fields(), one.original().wallClock(), who, isOwner);
    }

    private static Optional<Occupation> occupation(
            Map<String, String> fields, LocalDateTime original, String who, boolean isOwner) {
        boolean takesPart = isOwner || !fields.getOrDefault(Who.WITH + who, "").isEmpty();
        if (!takesPart || !Occupation.takes(fields)) {
            return Optional.empty();
        }
        Answer answer = answer(People.answers(fields, who).to(original), who);
        return isOwner || answer != Answer.DECLINED
                ? Optional.of(Occupation.of(fields, who, isOwner, answer))
                : Optional.empty();
    }

    private static Answer answer(Optional<Given> given, String who) {
        return given.map(Given::answer)
                .orElse(who.startsWith(Participant.RESOURCE) ? Answer.ACCEPTED : Answer.NEEDS_ACTION);
    }

    /** One occurrence as a series of it. */
    private static Series once(Occurrence one, ZoneId home) {
        return Series.of(one.start(), ONCE)
                .lasting(one.length())
                .withFields(Map.of())
                .inZone(home);
    }

    /** The same series, whose occurrences take so many seconds more. */
    Series lasting(long more) {
        List<Deviation> longer = new ArrayList<>();
        for (Deviation deviation : series.deviations()) {
            Changes changes = HandChanges.of(deviation);
            changes.length().ifPresent(length -> {
                Changes extended = changes.withLength(plus(length, more));
                longer.add(
                        deviation instanceof Deviation.Added
                                ? new Deviation.Added(deviation.original(), extended)
                                : new Deviation.Changed(deviation.original(), extended));
            });
        }
        Series extended = series.lasting(plus(series.length(), more));
        return longer.isEmpty() ? extended : extended.with(longer);
    }

    private static Length plus(Length length, long seconds) {
        return new Length(length.days(), length.seconds() + seconds);
    }

    /** Where what an occurrence blocks begins. */
    Instant from(Occurrence one) {
        return instant(one.start()).minus(Duration.ofMinutes(how.lead()));
    }

    /** Where what an occurrence blocks ends; one without length takes a second. */
    Instant to(Occurrence one) {
        Instant start = instant(one.start());
        Instant end = instant(one.end());
        return (end.isAfter(start) ? end : start.plusSeconds(1)).plus(Duration.ofMinutes(how.lag()));
    }

    private static Instant instant(Moment moment) {
        return Dial.instant(moment, ZoneId.of("UTC"));
    }

    /** Puts apart what of a series is taken differently from the rest. One person an instance. */
    private static final class OfSeries {
        private final Series series;
        private final String who;
        private final boolean isOwner;
        private final ZoneId home;
        private final Answers answers;
        private final List<Deviation> apart = new ArrayList<>();
        private final List<Taken> taken = new ArrayList<>();

        OfSeries(Series series, String who, boolean isOwner, ZoneId home) {
            this.series = series;
            this.who = who;
            this.isOwner = isOwner;
            this.home = home;
            this.answers = isOwner ? new Answers(List.of()) : People.answers(series.fields(), who);
        }

        List<Taken> taken() {
            series.deviations().stream()
                    .filter(deviation -> !HandChanges.of(deviation).fields().isEmpty())
                    .forEach(deviation -> putApart(deviation.original()));
            answers.given().stream()
                    .filter(given -> !given.goesOn())
                    .forEach(given ->
                            putApart(Dial.of(series.start()).at(given.from().orElseThrow())));
            parts(apart.isEmpty() ? series : series.with(apart));
            return taken;
        }

        /** One date on its own. */
        private void putApart(Moment original) {
            series.occurrence(original).ifPresent(one -> {
                apart.add(new Deviation.Excluded(original));
                taken.addAll(of(one, who, isOwner, home));
            });
        }

        /** The rest, cut where another answer begins. */
        private void parts(Series whole) {
            Series rest = whole;
            LocalDateTime begin = LocalDateTime.MIN;
            for (Given given : answers.given()) {
                if (given.from().isPresent() && given.goesOn()) {
                    Moment cut = Dial.of(series.start()).at(given.from().get());
                    take(rest.edit().split(cut).before(), begin);
                    List<Piece> after = rest.edit().split(cut).after();
                    begin = given.from().get().plusNanos(1);
                    if (after.isEmpty() || !(after.get(0) instanceof Series following)) {
                        take(after, begin);
                        return;
                    }
                    rest = following;
                }
            }
            take(List.of(rest), begin);
        }

        private void take(List<Piece> pieces, LocalDateTime original) {
            for (Piece piece : pieces) {
                occupation(series.fields(), original, who, isOwner)
                        .ifPresent(how -> taken.add(new Taken(
                                piece instanceof Series part
                                        ? part.withFields(Map.of()).inZone(home)
                                        : once(((Single) piece).occurrence(), home),
                                how)));
            }
        }
    }
}
