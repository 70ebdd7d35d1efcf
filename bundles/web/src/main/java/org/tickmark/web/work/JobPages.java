package org.tickmark.web.work;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.command.CommandAnswer;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.web.http.Answer;
import org.tickmark.web.page.Texts;
import org.tickmark.web.work.Frame.Manner;

/** What has become of commands: how far they are, and what they returned. */
final class JobPages {
    /** Where the addresses of jobs begin. */
    static final String JOBS = "/jobs/";

    private static final int LONGEST_TEXT = 150_000;

    private final Frame frame;
    private final Jobs jobs;
    private final CommandSource source;
    private final ZoneId zone;

    JobPages(Frame frame, Jobs jobs, CommandSource source, ZoneId zone) {
        this.frame = frame;
        this.jobs = jobs;
        this.source = source;
        this.zone = zone;
    }

    List<Route> routes() {
        return List.of(
                Route.get(JOBS + "{job}", Access.SESSION, this::show),
                Route.post(JOBS + "{job}/stop", Access.SESSION, this::stop));
    }

    /** How a job stands: {@code running}, {@code ok} or {@code failed}. */
    static String stateId(Job job) {
        return job.answer()
                .map(answer -> answer.result().exitCode() == ExitCode.OK ? "ok" : "failed")
                .orElse("running");
    }

    static String state(Job job, Visit visit) {
        return visit.text("job." + stateId(job));
    }

    private Job job(Visit visit) {
        return jobs.find(visit.signedIn(), visit.part("job"))
                .orElseThrow(() -> Texts.problem("web.no-such-job").exception());
    }

    private Answer show(Visit visit) {
        Job job = job(visit);
        Html html = new Html();
        html.open("p")
                .element("code", job.line())
                .text(" ")
                .element("span", state(job, visit), "class", "word is-" + stateId(job))
                .close();
        job.back().ifPresent(back -> html.open("p")
                .element("a", visit.text("list.back"), "class", "button", "href", back)
                .close());
        Optional<CommandAnswer> answer = job.answer();
        if (answer.isPresent()) {
            result(html, job.spec(), answer.get().result(), visit);
        } else {
            running(html, job, visit);
        }
        Manner manner = answer.isPresent() ? Manner.STILL : Manner.LIVE;
        return frame.page(visit, Optional.empty(), job.spec().name(), html, manner);
    }

    private static void running(Html html, Job job, Visit visit) {
        html.element("p", job.progress(visit.locale()), "role", "status");
        CommandForms.open(html, JOBS + job.id() + "/stop", visit, "act")
                .element("button", visit.text("job.stop"))
                .close();
        html.element("a", visit.text("job.refresh"), "class", "button", "href", JOBS + job.id());
    }

    /** All that a command returned, and to where that leads. */
    private void result(Html html, CommandSpec spec, CommandResult result, Visit visit) {
        Locale locale = visit.locale();
        result.summary().ifPresent(line -> html.element("p", line.text(locale), "class", "card done"));
        Notices.cards(html, result.problems(), locale);
        Leads.write(html, spec, result, visit);
        result.table().ifPresent(table -> table(html, table, visit));
        result.text().filter(text -> !text.isEmpty()).ifPresent(text -> html.element("pre", shortened(text, visit)));
    }

    private void table(Html html, Table table, Visit visit) {
        new Listing(
                        table,
                        new Listing.Place(visit.ask().path(), visit.ask().query(), visit.locale()),
                        column -> source.get().heading(column, visit.locale()),
                        row -> source.get().cells(table, row, visit.locale(), zone),
                        Rows.READ)
                .write(html, Optional.empty());
    }

    private static String shortened(String text, Visit visit) {
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, LONGEST_TEXT) + "\n" + visit.text("job.text-cut", LONGEST_TEXT, text.length());
    }

    private Answer stop(Visit visit) {
        Job job = job(visit);
        job.stop();
        return Answer.seeOther(JOBS + job.id());
    }
}
