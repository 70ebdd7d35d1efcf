package org.tickmark.web.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Shell;
import org.tickmark.web.sign.Session;
import org.tickmark.web.sign.Session.Notice;
import org.tickmark.web.sign.Session.Tab;

/** The workbench around a page: perspectives and search above, views at the side, tabs, what is under way below. */
final class Frame {
    private static final int SHOWN_JOBS = 5;
    private static final String PERSPECTIVE = "perspective";

    private final Shell shell;
    private final Views views;
    private final Jobs jobs;
    private final CommandSource commands;

    Frame(Shell shell, Views views, Jobs jobs, CommandSource commands) {
        this.commands = commands;
        this.shell = shell;
        this.views = views;
        this.jobs = jobs;
    }

    /** How the middle of a page behaves by itself. */
    enum Manner {
        /** It stays as it is. */
        STILL,
        /** It is asked for again every second or two, since something goes on there. */
        LIVE
    }

    /** A page that belongs to no view. */
    Answer page(Visit visit, String title, Html middle) {
        return page(visit, Optional.empty(), title, middle, Manner.STILL);
    }

    /** A page; {@code view} is the view that it shows. */
    Answer page(Visit visit, Optional<ViewSpec> view, String title, Html middle, Manner manner) {
        Perspective perspective = perspective(visit, view);
        Html body = Shell.body();
        body.element("a", visit.text("frame.skip"), "class", "skip", "href", "#main");
        bar(body, visit, perspective);
        body.open("div", "class", "columns");
        body.add(navigator(visit, perspective, view.map(ViewSpec::id).orElse("")));
        body.open("div", "class", "middle");
        tabs(body, visit);
        body.open(
                "main",
                "id",
                "main",
                "tabindex",
                "-1",
                "data-view",
                view.map(ViewSpec::id).orElse(null),
                "data-live",
                manner == Manner.LIVE ? "1500" : null);
        if (!visit.isByItself()) {
            told(body, visit);
        }
        body.element("h1", title).add(middle).close();
        underWay(body, visit);
        body.close().close();
        return Answer.html(shell.workbench(visit.locale(), visit.look().theme(), title + " – Tickmark", body));
    }

    private void told(Html body, Visit visit) {
        List<Notice> notices = visit.signedIn().told();
        if (!notices.isEmpty()) {
            HelpWords words = new HelpWords(commands.of(visit.caller()));
            notices.forEach(notice -> Notices.line(body, notice, words));
        }
    }

    /** A page that tells a problem. */
    Answer problem(Visit visit, int status, Problem problem) {
        Html middle = new Html();
        Notices.card(middle, problem, visit.locale());
        return page(visit, visit.text("frame.problem"), middle).status(status);
    }

    /** A page that tells a problem to somebody who is not signed in. */
    Answer plainProblem(Visit visit, int status, Problem problem) {
        Html body = Shell.body();
        String title = visit.text("frame.problem");
        body.open("main", "class", "door").element("h1", title);
        Notices.card(body, problem, visit.locale());
        body.open("p")
                .element("a", visit.text("frame.first"), "href", "/")
                .close()
                .close();
        return Answer.html(shell.plain(visit.locale(), visit.look().theme(), title + " – Tickmark", body))
                .status(status);
    }

    /** That of the view, else the one asked for, else the first that has views. */
    private Perspective perspective(Visit visit, Optional<ViewSpec> view) {
        List<Perspective> there = perspectives(visit);
        return view.map(ViewSpec::perspective)
                .or(() -> visit.ask().query().first(PERSPECTIVE).flatMap(name -> there.stream()
                        .filter(one -> id(one).equals(name))
                        .findFirst()))
                .or(() -> there.stream().findFirst())
                .orElse(Perspective.OPERATIONS);
    }

    private List<Perspective> perspectives(Visit visit) {
        return views.of(visit.caller()).stream()
                .map(ViewSpec::perspective)
                .distinct()
                .toList();
    }

    private static String id(Perspective perspective) {
        return perspective.name().toLowerCase(Locale.ROOT);
    }

    private void bar(Html html, Visit visit, Perspective current) {
        html.open("header", "class", "bar");
        html.element("a", "Tickmark", "class", "brand", "href", "/");
        html.open("nav", "class", "perspectives", "aria-label", visit.text("frame.perspectives"));
        for (Perspective perspective : perspectives(visit)) {
            ViewSpec first = views.of(visit.caller(), perspective).get(0);
            html.element(
                    "a",
                    visit.text("perspective." + id(perspective)),
                    "href",
                    HostedCall.VIEWS + first.id(),
                    "aria-current",
                    perspective == current ? "true" : null);
        }
        html.close();
        html.open(
                        "form",
                        "method",
                        "get",
                        "action",
                        "/commands",
                        "class",
                        "search",
                        "role",
                        "search",
                        "aria-label",
                        visit.text("frame.search"))
                .open(
                        "input",
                        "type",
                        "search",
                        "name",
                        "q",
                        "id",
                        "search",
                        "placeholder",
                        visit.text("frame.search"),
                        "aria-label",
                        visit.text("frame.search"),
                        "aria-keyshortcuts",
                        "Control+K")
                .close();
        html.element("a", visit.signedIn().user(), "class", "who", "href", "/account");
        CommandForms.open(html, "/logout", visit, "act")
                .element("button", visit.text("frame.sign-out"))
                .close();
        html.close();
    }

    /** The views of a perspective. */
    private Html navigator(Visit visit, Perspective perspective, String current) {
        Html html = new Html();
        html.open(
                "nav",
                "id",
                "views",
                "class",
                "views",
                "aria-label",
                visit.text("frame.views"),
                "data-revision",
                String.valueOf(views.revision()),
                "data-perspective",
                id(perspective));
        html.open("ul");
        for (ViewSpec spec : views.of(visit.caller(), perspective)) {
            html.open("li")
                    .element(
                            "a",
                            spec.title().text(visit.locale()),
                            "href",
                            HostedCall.VIEWS + spec.id(),
                            "data-view",
                            spec.id(),
                            "aria-current",
                            spec.id().equals(current) ? "page" : null)
                    .close();
        }
        html.close().close();
        return html;
    }

    /** {@code /live}: the views anew, if they have come or gone since a revision; else nothing. */
    Answer live(Visit visit) {
        Parameters query = visit.ask().query();
        if (query.first("revision").orElse("").equals(String.valueOf(views.revision()))) {
            return Answer.empty(204);
        }
        return Answer.html(navigator(
                        visit,
                        perspective(visit, Optional.empty()),
                        query.first("view").orElse(""))
                .written());
    }

    /** The tabs whose views are there, named in the language of now. */
    private void tabs(Html html, Visit visit) {
        Map<String, Tab> tabs = new LinkedHashMap<>(visit.signedIn().tabs());
        tabs.values().removeIf(tab -> views.find(tab.view()).isEmpty());
        if (tabs.size() < 2) {
            return;
        }
        String here = visit.ask().query().on(visit.ask().path());
        html.open("div", "class", "tabs", "role", "navigation", "aria-label", visit.text("frame.tabs"));
        tabs.forEach((id, tab) -> {
            boolean current = tab.address().equals(here);
            String title = title(tab, visit);
            html.open("span", "class", current ? "tab current" : "tab");
            html.element("a", title, "href", tab.address(), "aria-current", current ? "page" : null);
            CommandForms.open(html, "/tabs/close", visit, "act")
                    .open("input", "type", "hidden", "name", "tab", "value", id)
                    .open("input", "type", "hidden", "name", CommandForms.BACK, "value", here)
                    .element("button", "×", "aria-label", visit.text("frame.close-tab", title))
                    .close();
            html.close();
        });
        html.close();
    }

    private String title(Tab tab, Visit visit) {
        String view = views.find(tab.view())
                .map(shown -> shown.spec().title().text(visit.locale()))
                .orElse(tab.view());
        return tab.opened().isEmpty() ? view : view + ": " + tab.opened();
    }

    private void underWay(Html html, Visit visit) {
        Session session = visit.signedIn();
        List<Job> shown = jobs.of(session).stream().limit(SHOWN_JOBS).toList();
        if (shown.isEmpty()) {
            return;
        }
        html.open("section", "class", "below", "aria-label", visit.text("frame.jobs"));
        html.element("h2", visit.text("frame.jobs")).open("ul");
        for (Job job : shown) {
            html.open("li")
                    .element("a", job.line(), "href", JobPages.JOBS + job.id())
                    .text(" ")
                    .element("span", JobPages.state(job, visit), "class", "word is-" + JobPages.stateId(job))
                    .close();
        }
        html.close().close();
    }
}
