package org.tickmark.calendar.people;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.calendar.Answer;

/**
 * What one participant of a series has answered: to single dates, to a date and those after it, to all. A later answer takes the place of
 * what it reaches; then the one to the date itself counts, else the last one before it that goes on. As text a line each:
 * {@code 2026-11-10T09:00+ declined 2026-11-03T08:00:00Z On leave}.
 *
 * @param given by what they reach: all, then by date
 */
record Answers(List<Given> given) {
    private static final String ALL = "all";
    private static final String ON = "+";
    private static final int PARTS = 4;
    private static final Comparator<Given> BY_REACH = Comparator.comparing(
                    (Given one) -> one.from().orElse(LocalDateTime.MIN))
            .thenComparing(Given::goesOn, Comparator.reverseOrder());

    Answers {
        given = List.copyOf(given);
    }

    /**
     * One answer.
     *
     * @param from the date by the start that the rule gives; empty for all
     * @param goesOn whether those after the date are meant as well
     * @param at when it was given
     * @param comment one line
     */
    record Given(Optional<LocalDateTime> from, boolean goesOn, Answer answer, Instant at, String comment) {
        Given {
            comment = comment.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        }

        boolean reaches(LocalDateTime original) {
            return from.isEmpty()
                    || from.get().equals(original)
                    || (goesOn && from.get().isBefore(original));
        }

        /** Whether everything that the other reaches is reached by this one. */
        private boolean covers(Given other) {
            if (from.isEmpty()) {
                return true;
            }
            boolean begins = other.from().isPresent() && !other.from().get().isBefore(from.get());
            return begins && (goesOn || (other.from().equals(from) && !other.goesOn()));
        }

        @Override
        public String toString() {
            String scope = from.map(date -> date + (goesOn ? ON : "")).orElse(ALL);
            return scope + " " + answer.word() + " " + at + (comment.isEmpty() ? "" : " " + comment);
        }

        private static Given parse(String line) {
            String[] parts = line.split(" ", PARTS);
            boolean all = parts[0].equals(ALL);
            boolean on = parts[0].endsWith(ON);
            String date = on ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
            return new Given(
                    all ? Optional.empty() : Optional.of(LocalDateTime.parse(date)),
                    all || on,
                    Answer.ofWord(parts[1]).orElseThrow(),
                    Instant.parse(parts[2]),
                    parts.length < PARTS ? "" : parts[PARTS - 1]);
        }
    }

    static Answers read(String text) {
        return new Answers(text.lines().map(Given::parse).toList());
    }

    String text() {
        return String.join("\n", given.stream().map(Given::toString).toList());
    }

    /** The answer to the date that the rule has there. */
    Optional<Given> to(LocalDateTime original) {
        List<Given> reaching =
                given.stream().filter(one -> one.reaches(original)).toList();
        return reaching.stream().filter(one -> !one.goesOn()).findFirst().or(() -> reaching.stream()
                .reduce((earlier, later) -> later));
    }

    Answers with(Given later) {
        List<Given> all = new ArrayList<>(given);
        all.removeIf(later::covers);
        all.add(later);
        all.sort(BY_REACH);
        return new Answers(all);
    }
}
