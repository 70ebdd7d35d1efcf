package org.tickmark.batch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.message.Message;

/** The pictures in mails, each with what can be seen in it. */
final class Charts {
    /** The last day of each age; what is older has a bar of its own. */
    private static final long[] AGES = {7, 30, 90};

    private static final List<String> AGE_LABELS = List.of("0-7", "8-30", "31-90", ">90");
    private static final int MOST_RUNS = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    private Charts() {}

    /** How old what is open is. */
    static void ofAges(MailContent.Builder mail, List<OpenItem> items) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(AGE_LABELS.size(), 0L));
        items.forEach(item -> counts.set(age(item), counts.get(age(item)) + 1));
        Message says =
                Texts.message("mail.chart.ages.says", counts.get(0), counts.get(1), counts.get(2), counts.get(3));
        mail.paragraph(Texts.message("mail.chart.ages"))
                .picture(file("open-by-age.png", new BarChart(AGE_LABELS, counts)), says);
    }

    private static int age(OpenItem item) {
        int age = 0;
        while (age < AGES.length && item.ageDays() > AGES[age]) {
            age++;
        }
        return age;
    }

    /**
     * How much was open after each of the last runs that reconciled, if there are several.
     *
     * @param newestFirst the runs
     */
    static void ofRuns(MailContent.Builder mail, List<EndedRun> newestFirst, ZoneId zone) {
        List<EndedRun> runs = new ArrayList<>(newestFirst.stream()
                .filter(run -> run.mode() != Mode.IMPORT && run.exit().isPresent())
                .limit(MOST_RUNS)
                .toList());
        if (runs.size() < 2) {
            return;
        }
        Collections.reverse(runs);
        List<String> days = runs.stream().map(run -> day(run.startedAt(), zone)).toList();
        String told = runs.stream()
                .map(run -> day(run.startedAt(), zone) + ": " + run.openItems())
                .collect(Collectors.joining(", "));
        BarChart chart =
                new BarChart(days, runs.stream().map(EndedRun::openItems).toList());
        mail.paragraph(Texts.message("mail.chart.runs", runs.size()))
                .picture(file("open-by-run.png", chart), Message.verbatim(told));
    }

    private static String day(Instant moment, ZoneId zone) {
        return DAY.format(moment.atZone(zone));
    }

    private static MailFile file(String name, BarChart chart) {
        return MailFile.of(name, "image/png", chart.png());
    }
}
