package org.tickmark.web.work;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.SignIn;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Look;
import org.tickmark.web.page.Shell;
import org.tickmark.web.page.Texts;
import org.tickmark.web.sign.Sessions;
import org.tickmark.web.sign.SetUpCode;

/** How people come in and go: the first of them by the set-up code, everybody by name and password. */
final class SignPages {
    private static final Logger LOG = LoggerFactory.getLogger(SignPages.class);
    private static final String NAME = "name";
    private static final String FULL_NAME = "full_name";
    private static final String CODE = "code";
    private static final String PASSWORD = "password";
    private static final String AGAIN = "again";
    private static final String NEXT = "next";

    private final Shell shell;
    private final Users users;
    private final Sessions sessions;
    private final Guard guard;
    private final SetUpCode code;

    SignPages(Shell shell, Users users, Sessions sessions, Guard guard, SetUpCode code) {
        this.shell = shell;
        this.users = users;
        this.sessions = sessions;
        this.guard = guard;
        this.code = code;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/setup", Access.SET_UP, visit -> setUpPage(visit, Optional.empty(), Parameters.NONE)),
                Route.post("/setup", Access.SET_UP, this::setUp),
                Route.get("/login", Access.GUEST, visit -> signInPage(visit, Optional.empty(), "")),
                Route.post("/login", Access.GUEST, this::signIn),
                Route.post("/look", Access.GUEST, SignPages::look),
                Route.post("/logout", Access.SESSION, this::signOut));
    }

    private Answer setUpPage(Visit visit, Optional<Problem> problem, Parameters typed) {
        code.provide();
        Html html = Shell.body();
        html.open("main", "class", "door").element("h1", visit.text("set-up.title"));
        html.element("p", visit.text("set-up.about", code.file().toString()));
        problem.ifPresent(told -> Notices.card(html, told, visit.locale()));
        html.open("form", "method", "post", "action", "/setup", "class", "form");
        field(html, visit, CODE, "text", typed, "off");
        field(html, visit, NAME, "text", typed, "username");
        field(html, visit, FULL_NAME, "text", typed, "name");
        field(html, visit, PASSWORD, "password", Parameters.NONE, "new-password");
        field(html, visit, AGAIN, "password", Parameters.NONE, "new-password");
        html.open("p")
                .element("button", visit.text("set-up.do"))
                .close()
                .close()
                .close();
        return plain(visit, visit.text("set-up.title"), html);
    }

    private static void field(Html html, Visit visit, String name, String type, Parameters typed, String autocomplete) {
        String id = "f-" + name;
        html.open("p", "class", "field")
                .element("label", visit.text("sign.field." + name), "for", id)
                .open(
                        "input",
                        "id",
                        id,
                        "name",
                        name,
                        "type",
                        type,
                        "value",
                        typed.first(name).orElse(""),
                        "autocomplete",
                        autocomplete,
                        "required",
                        name.equals(FULL_NAME) ? null : "",
                        "autocapitalize",
                        "none")
                .close();
    }

    private Answer plain(Visit visit, String title, Html html) {
        return Answer.html(shell.plain(visit.locale(), visit.look().theme(), title + " – Tickmark", html));
    }

    /** One at a time: there is one first administrator. */
    private synchronized Answer setUp(Visit visit) {
        Parameters form = visit.form();
        if (guard.isAdministered()) {
            return Answer.seeOther("/login");
        }
        if (!code.matches(form.first(CODE).orElse(""))) {
            return refusedSetUp(visit, Texts.problem("set-up.wrong-code").build());
        }
        if (!form.first(PASSWORD).equals(form.first(AGAIN))) {
            return refusedSetUp(visit, Texts.problem("sign.not-the-same").build());
        }
        String name = form.first(NAME).orElse("");
        try {
            addAdministrator(name, form, visit.locale());
        } catch (TickmarkException e) {
            return refusedSetUp(visit, e.problem());
        }
        code.forget();
        LOG.info("Tickmark has been set up; its first administrator is {}", name);
        UserStatus status = users.user(Caller.system(), name).orElseThrow();
        return in(visit, status, "/");
    }

    private Answer refusedSetUp(Visit visit, Problem problem) {
        return setUpPage(visit, Optional.of(problem), visit.form()).status(422);
    }

    private void addAdministrator(String name, Parameters form, Locale locale) {
        Caller tickmark = Caller.system().through(Origin.WEB);
        boolean known = User.isName(name) && users.user(tickmark, name).isPresent();
        User admin = new User(
                name, form.first(FULL_NAME).orElse(""), "", Set.of(Role.ADMIN), new TreeSet<>(), Optional.of(locale));
        users.save(tickmark, admin);
        char[] password = form.first(PASSWORD).orElse("").toCharArray();
        try {
            users.changePassword(tickmark, name, password);
        } catch (TickmarkException e) {
            if (!known) {
                users.remove(tickmark, name);
            }
            throw e;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Answer signInPage(Visit visit, Optional<Problem> problem, String name) {
        String next = visit.ask()
                .query()
                .first(NEXT)
                .or(() -> visit.form().first(NEXT))
                .orElse("");
        Html html = Shell.body();
        html.open("main", "class", "door").element("h1", visit.text("sign-in.title"));
        problem.ifPresent(told -> Notices.card(html, told, visit.locale()));
        html.open("form", "method", "post", "action", "/login", "class", "form");
        html.open("input", "type", "hidden", "name", NEXT, "value", next);
        field(html, visit, NAME, "text", Parameters.NONE.with(NAME, name), "username");
        field(html, visit, PASSWORD, "password", Parameters.NONE, "current-password");
        html.open("p").element("button", visit.text("sign-in.do")).close().close();
        lookForm(html, visit, "/login");
        html.close();
        return plain(visit, visit.text("sign-in.title"), html);
    }

    private Answer signIn(Visit visit) {
        Parameters form = visit.form();
        String name = form.first(NAME).orElse("");
        char[] password = form.first(PASSWORD).orElse("").toCharArray();
        SignIn attempt = users.signIn(name, password, visit.ask().address());
        Arrays.fill(password, '\0');
        if (attempt.problem().isPresent()) {
            Answer refused = signInPage(visit, attempt.problem(), name);
            return attempt.pause().isZero()
                    ? refused.status(401)
                    : refused.status(429)
                            .with("Retry-After", String.valueOf(attempt.pause().toSeconds() + 1));
        }
        String next = form.first(NEXT).filter(CommandForms::isOurs).orElse("/");
        return in(visit, attempt.user().orElseThrow(), next);
    }

    /** A session begins under an id that there was not before; one that this browser had ends. */
    private Answer in(Visit visit, UserStatus user, String next) {
        guard.signedIn(visit.ask()).ifPresent(before -> sessions.close(before.session()));
        Sessions.Opened opened = sessions.open(
                user, visit.ask().address(), visit.ask().header("user-agent").orElse(""));
        return Answer.seeOther(next).with("Set-Cookie", guard.cookieOf(opened.secret()));
    }

    private Answer signOut(Visit visit) {
        sessions.close(visit.signedIn());
        return Answer.seeOther("/login").with("Set-Cookie", guard.cookieGone()).with("Clear-Site-Data", "\"cache\"");
    }

    /** A form to choose language and theme; it needs no session. */
    static void lookForm(Html html, Visit visit, String back) {
        html.open("form", "method", "post", "action", "/look", "class", "look");
        html.open("input", "type", "hidden", "name", CommandForms.BACK, "value", back);
        choice(html, visit, "language", Look.LANGUAGES, visit.locale().getLanguage());
        choice(html, visit, "theme", Look.THEMES, visit.look().theme());
        html.element("button", visit.text("look.do")).close();
    }

    private static void choice(Html html, Visit visit, String name, List<String> words, String chosen) {
        html.open("label").text(visit.text("look." + name) + " ").open("select", "name", name);
        words.forEach(word -> html.element(
                "option",
                visit.text("look." + name + "." + word),
                "value",
                word,
                "selected",
                word.equals(chosen) ? "" : null));
        html.close().close().text(" ");
    }

    private static Answer look(Visit visit) {
        Look look = Look.of(
                visit.form().first("language").orElse(""),
                visit.form().first("theme").orElse(""));
        String back = visit.form()
                .first(CommandForms.BACK)
                .filter(path -> path.equals("/login") || CommandForms.isOurs(path))
                .orElse("/");
        return Answer.seeOther(back).with("Set-Cookie", look.cookie());
    }
}
