package org.tickmark.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** Who is told what of a night run. */
final class Letters {
    private final Settings settings;
    private final Outbox outbox;

    Letters(Settings settings, Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
    }

    /**
     * Letters, and what keeps others from being written.
     *
     * @param problems wrong addresses, or that mail is off
     */
    record Written(List<Letter> letters, List<Problem> problems) {}

    /** Whether anybody wants to be told anything. */
    boolean areWanted() {
        return !settings.get(BatchSettings.ERRORS_TO).isEmpty()
                || !settings.get(BatchSettings.DONE_TO).isEmpty();
    }

    /**
     * The letters about a run.
     *
     * @param crashed how many runs before it were found to have been killed
     * @param wasWell whether the run before it was well; empty for the first one
     */
    Written about(Report report, int crashed, Optional<Boolean> wasWell, List<MailFile> attached) {
        Writing writing = new Writing("batch/" + report.run());
        if (!report.isWell()) {
            Message subject = Texts.message("mail.subject.failed", report.run(), NightMail.ended(report.exit()));
            writing.to(BatchSettings.ERRORS_TO, NightMail.of(report, subject, attached));
            return writing.written();
        }
        if (crashed > 0) {
            writing.to(BatchSettings.ERRORS_TO, NightMail.of(report, subject(report, "crashed"), attached));
        } else if (wasWell.equals(Optional.of(false)) && settings.get(BatchSettings.TELL_RECOVERY)) {
            writing.to(BatchSettings.ERRORS_TO, NightMail.of(report, subject(report, "recovered"), attached));
        }
        if (settings.get(BatchSettings.DONE_WHEN).equals("always") || report.changedSomething()) {
            writing.to(BatchSettings.DONE_TO, NightMail.of(report, subject(report, "done"), attached));
        }
        return writing.written();
    }

    /** The letter about a run that did not come to run. */
    Written aboutNone(ExitCode exit, List<Problem> problems) {
        Writing writing = new Writing("batch");
        Message subject = Texts.message("mail.subject.none", NightMail.ended(Optional.of(exit)));
        writing.to(
                BatchSettings.ERRORS_TO,
                MailContent.about(subject)
                        .paragraph(Texts.message("mail.none"))
                        .problems(problems)
                        .build());
        return writing.written();
    }

    private static Message subject(Report report, String kind) {
        return Texts.message("mail.subject." + kind, report.run(), Texts.message("open", report.openItems()));
    }

    /** Letters being written; nobody gets two of them. */
    private final class Writing {
        private final String about;
        private final List<Letter> letters = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> told = new HashSet<>();

        Writing(String about) {
            this.about = about;
        }

        void to(Setting<String> recipients, MailContent content) {
            String set = settings.get(recipients);
            if (set.isEmpty()) {
                return;
            }
            if (!outbox.isOn()) {
                problems.add(Problems.mailOff(recipients.key()));
                return;
            }
            try {
                List<String> addresses = outbox.addresses(recipients.key(), set).stream()
                        .filter(told::add)
                        .toList();
                letters.add(Letter.of(about, addresses, content));
            } catch (TickmarkException e) {
                problems.add(e.problem());
            }
        }

        Written written() {
            return new Written(List.copyOf(letters), List.copyOf(problems));
        }
    }
}
