package org.tickmark.web.work;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tickmark.api.Problem;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.command.CommandAnswer;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Texts;
import org.tickmark.web.sign.Session.Notice;
import org.tickmark.web.work.CommandForms.Asking;
import org.tickmark.web.work.Jobs.Order;

/** Every command as a form: found by searching, given by sending it. */
final class CommandPages {
    /** What ends sooner is told on the page that the command was given on. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final Frame frame;
    private final Jobs jobs;
    private final CommandSource source;
    private final Views views;
    private final Foreseen foreseen;

    CommandPages(Frame frame, Jobs jobs, CommandSource source, Views views, Foreseen foreseen) {
        this.frame = frame;
        this.jobs = jobs;
        this.source = source;
        this.views = views;
        this.foreseen = foreseen;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/commands", Access.SESSION, this::search),
                Route.get(CommandForms.COMMANDS + "{scope}", Access.SESSION, this::show),
                Route.get(CommandForms.COMMANDS + "{scope}/{verb}", Access.SESSION, this::show),
                Route.post(CommandForms.COMMANDS + "{scope}", Access.SESSION, this::give),
                Route.post(CommandForms.COMMANDS + "{scope}/{verb}", Access.SESSION, this::give));
    }

    private Answer search(Visit visit) {
        String wanted = visit.ask()
                .query()
                .first("q")
                .orElse("")
                .toLowerCase(visit.locale())
                .strip();
        Html html = new Html();
        html.element("h2", visit.text("commands.views")).open("ul", "class", "found");
        views.of(visit.caller()).stream()
                .filter(spec -> holds(wanted, spec.id(), spec.title().text(visit.locale())))
                .forEach(spec -> html.open("li")
                        .element("a", spec.title().text(visit.locale()), "href", HostedCall.VIEWS + spec.id())
                        .close());
        html.close();
        html.element("h2", visit.text("commands.commands")).open("dl", "class", "found");
        source.of(visit.caller()).stream()
                .filter(spec -> holds(wanted, spec.name(), spec.summary().text(visit.locale())))
                .forEach(spec -> html.open("dt")
                        .element("a", spec.name(), "href", CommandForms.address(spec))
                        .close()
                        .element("dd", spec.summary().text(visit.locale())));
        html.close();
        return frame.page(visit, visit.text("commands.title"), html);
    }

    private static boolean holds(String wanted, String name, String words) {
        return name.contains(wanted) || words.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private CommandSpec spec(Visit visit) {
        String verb = Optional.ofNullable(visit.part("verb")).orElse("");
        CommandSpec spec = source.spec(visit.part("scope"), verb)
                .orElseThrow(() -> Texts.problem("web.no-such-command").exception());
        visit.caller().require(spec.permission());
        return spec;
    }

    private Answer show(Visit visit) {
        CommandSpec spec = spec(visit);
        return form(
                visit,
                spec,
                StandingValues.told(source, spec, visit.ask().query(), visit.caller()),
                List.of(),
                Asking.NOTHING);
    }

    private Answer form(Visit visit, CommandSpec spec, Parameters given, List<Problem> problems, Asking asking) {
        Html html = new Html();
        String title = title(spec, visit);
        String summary = spec.summary().text(visit.locale());
        if (!summary.equals(title + ".")) {
            html.element("p", summary);
        }
        Notices.cards(html, problems, visit.locale());
        boolean foreseeable = Foreseen.isFor(spec);
        if (foreseeable) {
            html.open("div", "class", "split");
        }
        UnaryOperator<String> called = name -> called(name, visit);
        CommandForms.Names names = new CommandForms.Names(
                called,
                word -> source.get().word(word, visit.locale()),
                Suggestions.of(source, spec, given, visit),
                new HelpWords(source.of(visit.caller()), spec.options(), called));
        CommandForms.form(html, spec, given, visit, asking, names);
        if (foreseeable) {
            foreseen.write(html, visit, spec, given);
            html.close();
        }
        html.open("details", "id", "as-command").element("summary", visit.text("command.as-command"));
        html.element("pre", CommandWords.line(CommandWords.of(spec, given)));
        spec.examples().forEach(example -> html.open("p")
                .element("code", "tickmark " + example.line())
                .text(" " + example.meaning().text(visit.locale()))
                .close());
        html.element("pre", "POST " + Rest.address(spec)).close();
        return frame.page(visit, title, html);
    }

    /** What the command does, as far as its first sentence says it before it goes into particulars. */
    private static String title(CommandSpec spec, Visit visit) {
        return spec.summary().text(visit.locale()).split("[:;,.(]", 2)[0].strip();
    }

    /** The heading under which tables tell the same; what has none is called as in the shell. */
    private String called(String name, Visit visit) {
        String column = name.toLowerCase(Locale.ROOT).replace('-', '_');
        String heading = source.get().heading(column, visit.locale());
        return heading.equals(column.replace('_', ' ')) ? name : heading;
    }

    private Answer give(Visit visit) {
        CommandSpec spec = spec(visit);
        Parameters form = sent(visit);
        if (form.first(CommandForms.IN_ITS_FORM).isPresent()) {
            return form(visit, spec, shownAgain(form), List.of(), Asking.NOTHING);
        }
        Optional<char[]> secret = form.first(CommandWords.SECRET).map(String::toCharArray);
        Optional<String> back = form.first(CommandForms.BACK).filter(CommandForms::isOurs);
        Order order = new Order(spec, CommandWords.of(spec, form), back);
        keepTyped(visit, reads(spec) ? back : Optional.empty());
        Job job = jobs.start(visit.signedIn(), visit.caller(), order, secret);
        job.await(PATIENCE_MILLIS);
        return job.answer().map(answer -> given(visit, spec, job, answer)).orElseGet(() -> toJob(job));
    }

    private static boolean reads(CommandSpec spec) {
        return spec.permission().name().endsWith(".read");
    }

    /** Keeps what was typed for a page to which somebody comes back with nothing changed; for none, nothing. */
    private static void keepTyped(Visit visit, Optional<String> page) {
        visit.signedIn().keepTyped(page.orElse(""), shownAgain(sent(visit)));
    }

    private static Parameters sent(Visit visit) {
        return ConditionFields.joined(visit.form());
    }

    private static Answer toJob(Job job) {
        return Answer.seeOther(JobPages.JOBS + job.id());
    }

    private Answer given(Visit visit, CommandSpec spec, Job job, CommandAnswer answer) {
        CommandResult result = answer.result();
        Asking asking = asking(result);
        if (asking != Asking.NOTHING || isRefused(result)) {
            keepTyped(visit, job.back());
            if (asking != Asking.NOTHING) {
                jobs.forget(visit.signedIn(), job);
            }
            return form(visit, spec, shownAgain(sent(visit)), result.problems(), asking)
                    .status(asking == Asking.NOTHING ? 422 : 200);
        }
        Optional<String> started = Leads.started(spec, result, visit);
        if (started.isEmpty() && (job.back().isEmpty() || isToBeRead(spec, result))) {
            return toJob(job);
        }
        String line = result.summary()
                .map(told -> told.text(visit.locale()))
                .orElseGet(() -> visit.text("command.done", spec.name()));
        tell(visit, result, line);
        result.problems()
                .forEach(problem -> visit.signedIn().tell(new Notice("warning", problem.text(visit.locale()))));
        if (started.isPresent()) {
            return Answer.seeOther(started.get());
        }
        if (result.exitCode() != ExitCode.OK) {
            keepTyped(visit, job.back());
        }
        return Answer.seeOther(job.back().get());
    }

    /** What was typed, but for what is only good once. */
    private static Parameters shownAgain(Parameters form) {
        return form.with(CommandWords.SECRET, "").with(CommandWords.YES, "").with(Dispatcher.FORM_KEY, "");
    }

    /** What a command was given for that only reads, or that tells of each thing it took; a text also of one that changes something, such as a new token. */
    private static boolean isToBeRead(CommandSpec spec, CommandResult result) {
        return !result.text().orElse("").isEmpty()
                || (result.table().isPresent() && (reads(spec) || Leads.tellsOfEach(spec)));
    }

    private static void tell(Visit visit, CommandResult result, String line) {
        visit.signedIn().tell(new Notice(result.exitCode() == ExitCode.OK ? "done" : "warning", line));
    }

    private static boolean isRefused(CommandResult result) {
        return result.exitCode() != ExitCode.OK
                && result.summary().isEmpty()
                && result.table().isEmpty()
                && result.text().orElse("").isEmpty();
    }

    /** What a command has asked that nobody could be asked: it is asked now. */
    private static Asking asking(CommandResult result) {
        return result.problems().stream()
                .map(problem -> switch (problem.code()) {
                    case "usage.nobody-answers" -> Asking.CONFIRMATION;
                    case "usage.secret-missing" -> Asking.SECRET;
                    default -> Asking.NOTHING;
                })
                .filter(asking -> asking != Asking.NOTHING)
                .findFirst()
                .orElse(Asking.NOTHING);
    }
}
