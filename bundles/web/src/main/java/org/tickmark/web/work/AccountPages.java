package org.tickmark.web.work;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.access.SignIn;
import org.tickmark.api.host.access.Token;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Texts;
import org.tickmark.web.sign.Session;
import org.tickmark.web.sign.Session.Notice;
import org.tickmark.web.sign.Sessions;

/** What everybody may do about themselves: password, sessions, tokens, language and theme. */
final class AccountPages {
    private static final String ACCOUNT = "/account";
    private static final int LONGEST_DAYS = 366;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Frame frame;
    private final Users users;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Guard guard;
    private final ZoneId zone;

    AccountPages(Frame frame, Users users, Tokens tokens, Sessions sessions, Guard guard, ZoneId zone) {
        this.frame = frame;
        this.users = users;
        this.tokens = tokens;
        this.sessions = sessions;
        this.guard = guard;
        this.zone = zone;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ACCOUNT, Access.SESSION, visit -> page(visit, Optional.empty(), Optional.empty())),
                Route.post(ACCOUNT + "/password", Access.SESSION, this::changePassword),
                Route.post(ACCOUNT + "/sessions/end", Access.SESSION, this::endSession),
                Route.post(ACCOUNT + "/tokens/add", Access.SESSION, this::addToken),
                Route.post(ACCOUNT + "/tokens/revoke", Access.SESSION, this::revokeToken));
    }

    private Answer page(Visit visit, Optional<Problem> problem, Optional<String> secret) {
        Html html = new Html();
        problem.ifPresent(told -> Notices.card(html, told, visit.locale()));
        secret.ifPresent(token -> html.open("p", "class", "card done")
                .text(visit.text("account.token-shown"))
                .open("br")
                .element("code", token)
                .close());
        html.element("p", visit.text("account.who", visit.signedIn().user()));
        SignPages.lookForm(html, visit, ACCOUNT);
        passwordForm(html, visit);
        sessionList(html, visit);
        tokenList(html, visit);
        return frame.page(visit, visit.text("account.title"), html).status(problem.isPresent() ? 422 : 200);
    }

    private static void passwordForm(Html html, Visit visit) {
        html.element("h2", visit.text("account.password"));
        CommandForms.open(html, ACCOUNT + "/password", visit, "form");
        password(html, visit, "old", "current-password");
        password(html, visit, "password", "new-password");
        password(html, visit, "again", "new-password");
        html.open("p")
                .element("button", visit.text("account.password.do"))
                .close()
                .close();
    }

    private static void password(Html html, Visit visit, String name, String autocomplete) {
        String id = "f-" + name;
        html.open("p", "class", "field")
                .element("label", visit.text("sign.field." + name), "for", id)
                .open("input", "type", "password", "id", id, "name", name, "autocomplete", autocomplete, "required", "")
                .close();
    }

    private void sessionList(Html html, Visit visit) {
        html.element("h2", visit.text("account.sessions")).open("ul", "class", "plain");
        for (Session session : sessions.of(visit.signedIn().user())) {
            boolean current = session == visit.signedIn();
            html.open("li")
                    .text(visit.text(
                                    "account.session",
                                    moment(session.openedAt()),
                                    moment(session.usedAt()),
                                    session.address(),
                                    session.browser())
                            + " ");
            if (current) {
                html.element("strong", visit.text("account.this-session"));
            } else {
                CommandForms.open(html, ACCOUNT + "/sessions/end", visit, "act")
                        .open("input", "type", "hidden", "name", "session", "value", session.id())
                        .element("button", visit.text("account.session.end"))
                        .close();
            }
            html.close();
        }
        html.close();
    }

    private String moment(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    private void tokenList(Html html, Visit visit) {
        html.element("h2", visit.text("account.tokens")).open("ul", "class", "plain");
        String user = visit.signedIn().user();
        for (Token token : tokens.tokens(visit.caller())) {
            if (token.user().equals(user)) {
                html.open("li")
                        .text(visit.text("account.token", token.label(), token.id(), moment(token.expiresAt())) + " ");
                CommandForms.open(html, ACCOUNT + "/tokens/revoke", visit, "act")
                        .open("input", "type", "hidden", "name", "token", "value", token.id())
                        .element("button", visit.text("account.token.revoke"))
                        .close();
                html.close();
            }
        }
        html.close();
        CommandForms.open(html, ACCOUNT + "/tokens/add", visit, "form");
        html.open("p", "class", "field")
                .element("label", visit.text("account.token.label"), "for", "f-label")
                .open("input", "id", "f-label", "name", "label", "required", "", "maxlength", "100")
                .close();
        html.open("p", "class", "field")
                .element("label", visit.text("account.token.days"), "for", "f-days")
                .open(
                        "input",
                        "id",
                        "f-days",
                        "name",
                        "days",
                        "type",
                        "number",
                        "min",
                        "1",
                        "max",
                        String.valueOf(LONGEST_DAYS),
                        "value",
                        String.valueOf(Tokens.USUAL.toDays()))
                .close();
        html.open("p")
                .element("button", visit.text("account.token.add"))
                .close()
                .close();
    }

    /** Who changes a password shows the old one, and comes out with a new session; all the others of theirs end. */
    private Answer changePassword(Visit visit) {
        Parameters form = visit.form();
        String user = visit.signedIn().user();
        if (!form.first("password").equals(form.first("again"))) {
            return page(visit, Optional.of(Texts.problem("sign.not-the-same").build()), Optional.empty());
        }
        char[] old = form.first("old").orElse("").toCharArray();
        char[] password = form.first("password").orElse("").toCharArray();
        try {
            SignIn attempt = users.signIn(user, old, visit.ask().address());
            if (attempt.problem().isPresent()) {
                return page(visit, attempt.problem(), Optional.empty());
            }
            users.changePassword(visit.caller(), user, password);
        } catch (TickmarkException e) {
            return page(visit, Optional.of(e.problem()), Optional.empty());
        } finally {
            Arrays.fill(old, '\0');
            Arrays.fill(password, '\0');
        }
        sessions.closeOf(user);
        UserStatus status = users.user(visit.caller(), user).orElseThrow();
        Sessions.Opened opened = sessions.open(
                status, visit.ask().address(), visit.ask().header("user-agent").orElse(""));
        opened.session().tell(new Notice("done", visit.text("account.password-changed")));
        return Answer.seeOther(ACCOUNT).with("Set-Cookie", guard.cookieOf(opened.secret()));
    }

    private Answer endSession(Visit visit) {
        String id = visit.form().first("session").orElse("");
        sessions.of(visit.signedIn().user()).stream()
                .filter(session -> session.id().equals(id))
                .forEach(sessions::close);
        return Answer.seeOther(ACCOUNT);
    }

    /** The token is told in this answer and never again. */
    private Answer addToken(Visit visit) {
        String days = visit.form()
                .first("days")
                .filter(text -> text.matches("\\d{1,3}"))
                .orElse("90");
        try {
            Tokens.Issued issued = tokens.issue(
                    visit.caller(),
                    visit.signedIn().user(),
                    visit.form().first("label").orElse(""),
                    Set.of(),
                    Duration.ofDays(Long.parseLong(days)));
            return page(visit, Optional.empty(), Optional.of(issued.secret()));
        } catch (TickmarkException e) {
            return page(visit, Optional.of(e.problem()), Optional.empty());
        }
    }

    private Answer revokeToken(Visit visit) {
        String id = visit.form().first("token").orElse("");
        boolean own = tokens.tokens(visit.caller()).stream()
                .anyMatch(token -> token.id().equals(id)
                        && token.user().equals(visit.signedIn().user()));
        if (own) {
            tokens.revoke(visit.caller(), id);
        }
        return Answer.seeOther(ACCOUNT);
    }
}
