package org.tickmark.launcher.nights;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.launcher.nights.Desk.Done;
import org.tickmark.launcher.nights.Desk.End;

/**
 * What a month of nights should have written down and told, worked out from what happened and from nothing that the product does: the history of
 * runs, and who got which mail. One thread at a time.
 */
final class Chronicle {
    static final String DESK = "desk@example.org";
    static final String CHIEF = "chief@example.org";
    /** Looks after one unit, in Swedish. */
    static final String CLERK = "klara@example.org";

    static final String WEEKLY = "week@example.org";

    /**
     * A run.
     *
     * @param end empty if it was killed
     */
    record Run(long id, LocalDate day, Optional<End> end, List<Done> units) {
        Run {
            units = List.copyOf(units);
        }

        long open() {
            return units.stream().mapToLong(Done::open).sum();
        }

        private boolean isWell() {
            return end.equals(Optional.of(End.OK));
        }

        private Run only(String unit) {
            List<Done> own =
                    units.stream().filter(done -> done.unit().equals(unit)).toList();
            return new Run(
                    id,
                    day,
                    end.map(any -> End.worst(own.stream().map(Done::end).toList())),
                    own);
        }
    }

    /** A mail, by what its subject says. */
    record Told(String to, String subject, long run) {
        @Override
        public String toString() {
            return to + ": " + subject;
        }
    }

    private final String clerksUnit;
    private final List<Run> runs = new ArrayList<>();
    private final List<Told> mails = new ArrayList<>();

    /** @param clerksUnit code of the unit that the clerk looks after */
    Chronicle(String clerksUnit) {
        this.clerksUnit = clerksUnit;
    }

    List<Run> runs() {
        return runs;
    }

    List<Told> mails() {
        return mails;
    }

    /** A run that came to its end. */
    void ran(LocalDate day, List<Done> units) {
        Run run = new Run(
                runs.size() + 1,
                day,
                Optional.of(End.worst(units.stream().map(Done::end).toList())),
                units);
        Optional<Run> before = runs.stream().reduce((first, second) -> second);
        digest(run);
        told(run, before, DESK, CHIEF, "");
        told(run.only(clerksUnit), before.map(last -> last.only(clerksUnit)), CLERK, CLERK, clerksUnit);
        runs.add(run);
    }

    private void told(Run run, Optional<Run> before, String ofErrors, String ofCompletion, String unit) {
        boolean swedish = !unit.isEmpty();
        String night = (swedish ? "Nattkörning " : "Night run ") + run.id() + ": ";
        boolean recovered = run.isWell() && before.isPresent() && !before.get().isWell();
        if (!run.isWell()) {
            tell(
                    ofErrors,
                    night
                            + (swedish
                                    ? swedish(run.end().orElseThrow())
                                    : english(run.end().orElseThrow())),
                    run);
        } else if (recovered) {
            tell(ofErrors, night + (swedish ? "i ordning igen, " : "well again, ") + open(run, swedish), run);
        }
        // Nobody is told twice of one run.
        if (run.isWell() && !(recovered && ofErrors.equals(ofCompletion))) {
            tell(
                    ofCompletion,
                    night + (swedish ? "klar och bevisad, " : "done and proven, ") + open(run, swedish),
                    run);
        }
    }

    private static String english(End end) {
        return end == End.PATH ? "a folder is missing" : "partly done";
    }

    private static String swedish(End end) {
        return end == End.PATH ? "en mapp saknas" : "delvis klar";
    }

    private static String open(Run run, boolean swedish) {
        long open = run.open();
        if (swedish) {
            return open == 0 ? "inga öppna" : open == 1 ? "1 öppen" : open + " öppna";
        }
        return open + " open";
    }

    private void digest(Run run) {
        Optional<Run> last =
                runs.stream().filter(told -> told.end().isPresent()).reduce((first, second) -> second);
        if (last.isEmpty() || week(last.get().day()).equals(week(run.day()))) {
            return;
        }
        List<Run> nights = runs.stream()
                .filter(night -> week(night.day()).equals(week(last.get().day())))
                .toList();
        long bad = nights.stream().filter(night -> !night.isWell()).count();
        tell(
                WEEKLY,
                "Night runs of week " + week(last.get().day()) + ": "
                        + (nights.size() == 1 ? "1 run" : nights.size() + " runs") + ", "
                        + (bad == 0 ? "all well" : bad + " not well") + ", "
                        + open(nights.get(nights.size() - 1), false),
                run);
    }

    private static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** A run that was killed after these units, and found by whoever looks in the morning. */
    void killed(LocalDate day, List<Done> units) {
        Run run = new Run(runs.size() + 1, day, Optional.empty(), units);
        runs.add(run);
        tell(DESK, "Night run " + run.id() + ": killed", run);
        tell(CLERK, "Nattkörning " + run.id() + ": dödad", run);
    }

    /** A day on whose morning there was no run. */
    void missed(LocalDate day) {
        Run none = new Run(0, day, Optional.empty(), List.of());
        tell(DESK, "No night run by " + day + " 07:00", none);
        tell(CLERK, "Ingen nattkörning senast " + day + " 07:00", none);
    }

    private void tell(String to, String subject, Run run) {
        mails.add(new Told(to, subject, run.id()));
    }
}
