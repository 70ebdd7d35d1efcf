package org.tickmark.web.work;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Texts;
import org.tickmark.web.sign.Session.Tab;
import org.tickmark.web.work.Frame.Manner;
import org.tickmark.web.work.Views.Shown;

/** Views as pages. */
final class ViewPages {
    private final Frame frame;
    private final Views views;
    private final Panes panes;
    private final CommandSource source;
    private final ZoneId zone;

    ViewPages(Frame frame, Views views, Panes panes, CommandSource source, ZoneId zone) {
        this.frame = frame;
        this.views = views;
        this.panes = panes;
        this.source = source;
        this.zone = zone;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", Access.SESSION, this::first),
                Route.get("/live", Access.SESSION, frame::live),
                Route.get(HostedCall.VIEWS + "{view}", Access.SESSION, this::show),
                Route.post(HostedCall.VIEWS + "{view}", Access.SESSION, this::showTyped),
                Route.post("/tabs/close", Access.SESSION, this::closeTab));
    }

    private Answer first(Visit visit) {
        return Answer.seeOther(views.of(visit.caller()).stream()
                .findFirst()
                .map(spec -> HostedCall.VIEWS + spec.id())
                .orElse("/account"));
    }

    private Answer show(Visit visit) {
        Optional<Parameters> typed =
                visit.isByItself() ? Optional.empty() : visit.signedIn().typed(address(visit));
        return show(visit, typed.orElse(Parameters.NONE));
    }

    /** A view with what is in its fields, which may be too long for an address. Nothing is done with it. */
    private Answer showTyped(Visit visit) {
        return show(visit, visit.form());
    }

    private static String address(Visit visit) {
        return visit.ask().query().on(visit.ask().path());
    }

    private Answer show(Visit visit, Parameters typed) {
        Optional<Shown> found = views.find(visit.part("view"));
        if (found.isEmpty()) {
            return frame.problem(visit, 404, Texts.problem("web.no-such-view").build());
        }
        ViewSpec spec = found.get().spec();
        visit.caller().require(spec.permission());
        HostedCall call = new HostedCall(visit, spec.id(), typed, source, zone);
        Html html = panes.rendered(found.get(), call);
        String title = spec.title().text(visit.locale());
        if (!visit.isByItself()) {
            keepTab(visit, spec.id());
        }
        return frame.page(visit, Optional.of(spec), title, html, call.isGoingOn() ? Manner.LIVE : Manner.STILL);
    }

    /** A tab for each view, and for each thing that is opened in it. */
    private static void keepTab(Visit visit, String view) {
        String opened = visit.ask().query().first(ViewCall.OPEN).orElse("");
        visit.signedIn().visit(view + " " + opened, new Tab(address(visit), view, opened));
    }

    private Answer closeTab(Visit visit) {
        visit.form().first("tab").ifPresent(visit.signedIn()::leave);
        return Answer.seeOther(visit.form()
                .first(CommandForms.BACK)
                .filter(CommandForms::isOurs)
                .orElse("/"));
    }
}
