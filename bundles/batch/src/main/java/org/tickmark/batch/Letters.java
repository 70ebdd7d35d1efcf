package org.tickmark.batch;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.message.Message;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.Settings;
import org.tickmark.batch.Recipients.Digest;
import org.tickmark.batch.Recipients.Wish;
import org.tickmark.batch.Report.Told;

/** Who is told what of night runs. */
final class Letters {
    private final Settings settings;
    private final Outbox outbox;
    private final NightMail mail;
    private final ZoneId zone;

    /** @param zone whose clocks nights are told by */
    Letters(Settings settings, Outbox outbox, ZoneId zone) {
        this.settings = settings;
        this.outbox = outbox;
        this.mail = new NightMail(zone);
        this.zone = zone;
    }

    /**
     * Letters, and what keeps others from being written.
     *
     * @param problems wrong addresses, or that mail is off
     */
    record Written(List<Letter> letters, List<Problem> problems) {}

    /** The report of each group of a run, in a language. */
    interface Attachments extends BiFunction<Report, Locale, List<MailFile>> {}

    /** Whether anybody wants to be told anything. */
    boolean areWanted() {
        return !settings.get(BatchSettings.ERRORS_TO).isEmpty()
                || !settings.get(BatchSettings.DONE_TO).isEmpty();
    }

    /**
     * The letters about a run.
     *
     * @param crashed how many runs before it were found to have been killed
     * @param units codes of the units that there are
     */
    Written about(Report report, int crashed, Set<String> units, Attachments attachments) {
        Writing writing = new Writing("batch/" + report.run());
        writing.recipients(BatchSettings.ERRORS_TO, units).forEach((wish, addresses) -> {
            Report view = report.only(wish.units());
            errorSubject(view, crashed)
                    .ifPresent(subject -> writing.once(
                            addresses, wish, mail.of(view, subject, attachments.apply(view, language(wish)))));
        });
        writing.recipients(BatchSettings.DONE_TO, units).forEach((wish, addresses) -> {
            Report view = report.only(wish.units());
            Supplier<List<MailFile>> files = () -> attachments.apply(view, language(wish));
            if (wish.digest() == Digest.NIGHT) {
                doneSubject(view)
                        .ifPresent(subject -> writing.once(addresses, wish, mail.of(view, subject, files.get())));
            } else {
                digest(view, wish.digest())
                        .ifPresent(nights -> writing.to(addresses, wish, mail.of(view, nights, files.get())));
            }
        });
        return writing.written();
    }

    private Locale language(Wish wish) {
        return wish.language().orElseGet(outbox::language);
    }

    private Optional<Message> errorSubject(Report view, int crashed) {
        if (view.isEmpty()) {
            return Optional.empty();
        }
        if (!view.isWell()) {
            return Optional.of(Texts.message("mail.subject.failed", view.run(), NightMail.ended(view.exit())));
        }
        if (crashed > 0) {
            return Optional.of(subject(view, "crashed"));
        }
        boolean recovered = view.wasWell().equals(Optional.of(false)) && settings.get(BatchSettings.TELL_RECOVERY);
        return recovered ? Optional.of(subject(view, "recovered")) : Optional.empty();
    }

    private Optional<Message> doneSubject(Report view) {
        boolean told = !view.isEmpty() && view.isWell() && (isAlwaysTold() || view.changedSomething());
        return told ? Optional.of(subject(view, "done")) : Optional.empty();
    }

    private boolean isAlwaysTold() {
        return settings.get(BatchSettings.DONE_WHEN).equals("always");
    }

    private static Message subject(Report view, String kind) {
        return Texts.message("mail.subject." + kind, view.run(), Texts.message("open", view.openItems()));
    }

    /** The nights of the week or month that has ended with the run before this one, if it has. */
    private Optional<Nights> digest(Report view, Digest digest) {
        List<EndedRun> before = view.before();
        String now = digest.spanOf(view.startedAt(), zone);
        // One that was killed has told nobody of what had ended before it.
        Optional<String> last = before.stream()
                .filter(run -> run.exit().isPresent())
                .findFirst()
                .map(run -> digest.spanOf(run.startedAt(), zone))
                .filter(span -> !span.equals(now));
        return last.map(span -> new Nights(
                        digest,
                        span,
                        before.stream()
                                .filter(run ->
                                        digest.spanOf(run.startedAt(), zone).equals(span))
                                .toList()))
                .filter(nights -> isAlwaysTold() || nights.changedSomething());
    }

    /** The letter about a run that did not come to run. */
    Written aboutNone(ExitCode exit, List<Problem> problems, Set<String> units) {
        Message subject = Texts.message("mail.subject.none", NightMail.ended(Optional.of(exit)));
        MailContent content = NightMail.without(subject, Texts.message("mail.none"), problems);
        return toAllOfErrors("batch", units, wish -> content);
    }

    /** The letter about a run that was to begin by a moment and did not. */
    Written aboutMissing(Missing missing, Set<String> units) {
        MailContent content = mail.of(missing);
        return toAllOfErrors("batch", units, wish -> content);
    }

    /**
     * The letter about a run that was killed, found before another has begun.
     *
     * @param problems what there is to tell of it
     */
    Written aboutCrashed(long run, List<Told> problems, Set<String> units) {
        Message subject = Texts.message("mail.subject.killed", run);
        return toAllOfErrors(
                "batch/" + run,
                units,
                wish -> NightMail.without(
                        subject,
                        Texts.message("mail.killed"),
                        Told.chosen(problems, wish.units()).stream()
                                .map(Told::problem)
                                .toList()));
    }

    private Written toAllOfErrors(String about, Set<String> units, Function<Wish, MailContent> content) {
        Writing writing = new Writing(about);
        writing.recipients(BatchSettings.ERRORS_TO, units)
                .forEach((wish, addresses) -> writing.to(addresses, wish, content.apply(wish)));
        return writing.written();
    }

    /** Letters being written. */
    private final class Writing {
        private final String about;
        private final List<Letter> letters = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> told = new HashSet<>();

        Writing(String about) {
            this.about = about;
        }

        Map<Wish, List<String>> recipients(Setting<String> setting, Set<String> units) {
            String text = settings.get(setting);
            if (text.isEmpty()) {
                return Map.of();
            }
            try {
                return Recipients.in(setting, text, units, outbox);
            } catch (TickmarkException e) {
                problems.add(e.problem());
                return Map.of();
            }
        }

        /** To those of them who have not been told of this run yet. */
        void once(List<String> addresses, Wish wish, MailContent content) {
            to(addresses.stream().filter(told::add).toList(), wish, content);
        }

        void to(List<String> addresses, Wish wish, MailContent content) {
            if (!outbox.isOn()) {
                mailIsOff();
            } else if (!addresses.isEmpty()) {
                letters.add(Letter.of(about, addresses, content).in(language(wish)));
            }
        }

        private void mailIsOff() {
            if (problems.stream().noneMatch(problem -> problem.code().equals(Problems.MAIL_OFF))) {
                problems.add(Problems.mailOff());
            }
        }

        Written written() {
            return new Written(List.copyOf(letters), List.copyOf(problems));
        }
    }
}
