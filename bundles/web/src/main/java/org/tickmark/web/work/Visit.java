package org.tickmark.web.work;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.web.http.Ask;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Look;
import org.tickmark.web.page.Texts;
import org.tickmark.web.sign.Session;

/**
 * A request that has been let in.
 *
 * @param ask the request
 * @param parts the parts of the path that the route leaves open, by name
 * @param look how pages shall look
 * @param locale the language of the answer
 * @param session the session; empty where the route needs none
 * @param caller who asks, with no rights where nobody is signed in
 * @param form what a form of the session sent; empty for anything else
 */
record Visit(
        Ask ask,
        Map<String, String> parts,
        Look look,
        Locale locale,
        Optional<Session> session,
        Caller caller,
        Parameters form) {
    /** The session of a route that has one. */
    Session signedIn() {
        return session.orElseThrow();
    }

    /** Whether a page asks by itself: nobody sees all of the answer, so what is told or given once is kept for the next. */
    boolean isByItself() {
        return ask.header(Dispatcher.BY_ITSELF).isPresent();
    }

    String part(String name) {
        return parts.get(name);
    }

    /** A text in the language of the answer. */
    String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale);
    }
}
