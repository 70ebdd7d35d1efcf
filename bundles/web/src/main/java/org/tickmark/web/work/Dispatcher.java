package org.tickmark.web.work;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Ask;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.http.Refusal;
import org.tickmark.web.page.Assets;
import org.tickmark.web.page.Look;
import org.tickmark.web.page.Texts;
import org.tickmark.web.sign.Hosts;
import org.tickmark.web.sign.Sessions;

/**
 * Every request comes here. It is looked up under which host name it comes, which route it takes, whether that route lets in who asks, and whether a form
 * comes from a page of ours; only then the route's handler is called. Whatever a handler throws becomes an answer that tells no more than it may. Safe for
 * use from many threads.
 */
public final class Dispatcher implements Function<Ask, Answer> {
    /** Header of what a page asks by itself, and not because somebody does something: it keeps no session from ending. */
    static final String BY_ITSELF = "tickmark-by-itself";

    /** Parameter of a form: the key of its session. */
    static final String FORM_KEY = "form_key";

    /** Where addresses begin that are for programs. */
    private static final String PROGRAMS = "/api/";

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int REFERENCE = 8;

    private final Hosts hosts;
    private final Guard guard;
    private final Sessions sessions;
    private final Frame frame;
    private final Assets assets;
    private final List<Route> routes;

    Dispatcher(Hosts hosts, Guard guard, Sessions sessions, Frame frame, Assets assets, List<Route> routes) {
        this.hosts = hosts;
        this.guard = guard;
        this.sessions = sessions;
        this.frame = frame;
        this.assets = assets;
        this.routes = List.copyOf(routes);
    }

    /** All routes, in the order in which they are tried. */
    List<Route> routes() {
        return routes;
    }

    @Override
    public Answer apply(Ask ask) {
        long begun = System.nanoTime();
        Done done = done(ask);
        AccessLog.tell(ask, done.answer(), done.who(), System.nanoTime() - begun);
        return done.answer();
    }

    private record Done(Answer answer, String who) {
        private static Done byNobody(Answer answer) {
            return new Done(answer, "-");
        }
    }

    private Done done(Ask ask) {
        if (!hosts.allow(ask.header("host").orElse(""))) {
            return Done.byNobody(bare(421));
        }
        if (ask.path().startsWith(Assets.PATH)) {
            return Done.byNobody(asset(ask));
        }
        String method = ask.method().equals("HEAD") ? "GET" : ask.method();
        String allowed = routes.stream()
                .filter(route -> route.match(ask.path()).isPresent())
                .map(Route::method)
                .distinct()
                .collect(Collectors.joining(", "));
        for (Route route : routes) {
            Optional<Map<String, String>> parts = route.match(ask.path());
            if (parts.isPresent() && route.method().equals(method)) {
                return guarded(ask, route, parts.get());
            }
        }
        return allowed.isEmpty()
                ? nothingThere(ask, method)
                : Done.byNobody(bare(405).with("Allow", allowed));
    }

    /** A page for who looks with a browser; a program gets nothing but the status. */
    private Done nothingThere(Ask ask, String method) {
        if (!method.equals("GET") || ask.path().startsWith(PROGRAMS)) {
            return Done.byNobody(bare(404));
        }
        Look look = Look.of(ask);
        Problem problem = Texts.problem("web.no-such-page", ask.path())
                .advice(Texts.text("web.no-such-page.advice"))
                .build();
        return guard.signedIn(ask)
                .map(in -> visit(ask, Map.of(), look, in))
                .map(visit -> new Done(
                        frame.problem(visit, 404, problem), visit.caller().identity()))
                .orElseGet(() -> Done.byNobody(frame.plainProblem(
                        visitor(ask, Map.of(), look, look.locale(Optional.empty(), ask)), 404, problem)));
    }

    /** {@code /assets/<stamp>/<name>}, and nothing else. */
    private Answer asset(Ask ask) {
        String[] parts = ask.path().substring(Assets.PATH.length()).split("/", -1);
        if (!ask.method().equals("GET") && !ask.method().equals("HEAD")) {
            return bare(405).with("Allow", "GET");
        }
        return parts.length == 2 ? assets.find(parts[1]).orElseGet(() -> bare(404)) : bare(404);
    }

    private Done guarded(Ask ask, Route route, Map<String, String> parts) {
        Look look = Look.of(ask);
        Locale locale = look.locale(Optional.empty(), ask);
        try {
            return switch (route.access()) {
                case OPEN, SECRET -> Done.byNobody(route.handler().answer(visitor(ask, parts, look, locale)));
                case SET_UP ->
                    Done.byNobody(guard.isAdministered() ? bare(404) : form(route, visitor(ask, parts, look, locale)));
                case GUEST ->
                    Done.byNobody(
                            guard.isAdministered() ? form(route, visitor(ask, parts, look, locale)) : setUpFirst(ask));
                case TOKEN -> byToken(ask, route, parts, look, locale);
                case SESSION -> inSession(ask, route, parts, look);
            };
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return Done.byNobody(failure(e, visitor(ask, parts, look, locale), route.access()));
        }
    }

    private static Visit visitor(Ask ask, Map<String, String> parts, Look look, Locale locale) {
        return new Visit(ask, parts, look, locale, Optional.empty(), Guard.nobody(locale), Parameters.NONE);
    }

    /** A page that anybody may ask for, or a form that only comes from such a page. */
    private static Answer form(Route route, Visit visit) {
        if (!route.method().equals("POST")) {
            return route.handler().answer(visit);
        }
        if (!Guard.isFromHere(visit.ask())) {
            return bare(403);
        }
        return route.handler()
                .answer(new Visit(
                        visit.ask(),
                        visit.parts(),
                        visit.look(),
                        visit.locale(),
                        visit.session(),
                        visit.caller(),
                        visit.ask().form()));
    }

    private Done byToken(Ask ask, Route route, Map<String, String> parts, Look look, Locale locale) {
        if (!guard.isAdministered()) {
            return Done.byNobody(bare(503));
        }
        Optional<Caller> caller = guard.byToken(ask, locale);
        if (caller.isEmpty()) {
            return Done.byNobody(bare(401).with("WWW-Authenticate", "Bearer"));
        }
        Visit visit =
                new Visit(ask, parts, look, caller.get().locale(), Optional.empty(), caller.get(), Parameters.NONE);
        Answer answer;
        try {
            answer = route.handler().answer(visit);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            answer = failure(e, visit, Access.TOKEN);
        }
        return new Done(answer, caller.get().identity());
    }

    private Done inSession(Ask ask, Route route, Map<String, String> parts, Look look) {
        if (!guard.isAdministered()) {
            return Done.byNobody(setUpFirst(ask));
        }
        Optional<Guard.SignedIn> in = guard.signedIn(ask);
        if (in.isEmpty()) {
            return Done.byNobody(signInFirst(ask));
        }
        if (ask.header(BY_ITSELF).isEmpty()) {
            sessions.use(in.get().session());
        }
        Visit visit = visit(ask, parts, look, in.get());
        Answer answer;
        try {
            answer = route.method().equals("POST")
                    ? sent(route, visit)
                    : route.handler().answer(visit);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            answer = failure(e, visit, Access.SESSION);
        }
        return new Done(answer, visit.caller().identity());
    }

    private static Visit visit(Ask ask, Map<String, String> parts, Look look, Guard.SignedIn in) {
        Locale locale = look.locale(in.user().user().language(), ask);
        Caller ofUser = in.user().user().caller(locale, Origin.WEB);
        Caller caller = new Caller(ofUser.identity(), ofUser.permissions(), ofUser.units(), locale, Origin.WEB);
        return new Visit(ask, parts, look, locale, Optional.of(in.session()), caller, Parameters.NONE);
    }

    /** A form of a session: from a page of ours, and with the key that only such a page has. */
    private Answer sent(Route route, Visit visit) {
        if (!Guard.isFromHere(visit.ask())) {
            return forged(visit);
        }
        Parameters form = visit.ask().form();
        if (!visit.signedIn().isFormKey(form.first(FORM_KEY).orElse(""))) {
            return forged(visit);
        }
        return route.handler()
                .answer(new Visit(
                        visit.ask(),
                        visit.parts(),
                        visit.look(),
                        visit.locale(),
                        visit.session(),
                        visit.caller(),
                        form));
    }

    private Answer forged(Visit visit) {
        return frame.problem(visit, 403, Texts.problem("web.forged").build());
    }

    private static Answer setUpFirst(Ask ask) {
        return ask.method().equals("POST") ? bare(403) : Answer.seeOther("/setup");
    }

    private static Answer signInFirst(Ask ask) {
        Parameters next = ask.method().equals("POST")
                ? Parameters.NONE
                : Parameters.NONE.with("next", ask.query().on(ask.path()));
        String signIn = next.on("/login");
        return ask.inPlace() ? Answer.empty(200).with("HX-Redirect", signIn) : Answer.seeOther(signIn);
    }

    private static Answer bare(int status) {
        return Answer.text(status + "\n").status(status);
    }

    /** On a page where there is a session, as data for a program, and else by nothing but the status. */
    private Answer failure(Throwable e, Visit visit, Access access) {
        if (e instanceof Refusal refusal) {
            return bare(refusal.status());
        }
        Problem problem;
        int status;
        if (e instanceof TickmarkException told) {
            problem = told.problem();
            status = e instanceof PermissionDenied ? 403 : 422;
        } else {
            String reference = UUID.randomUUID().toString().substring(0, REFERENCE);
            LOG.error("A request failed, reference {}", reference, e);
            problem = Texts.problem("web.unforeseen", reference).build();
            status = 500;
        }
        if (visit.session().isPresent()) {
            return frame.problem(visit, status, problem);
        }
        return access == Access.TOKEN ? Rest.problem(status, problem, visit.locale()) : bare(503);
    }
}
