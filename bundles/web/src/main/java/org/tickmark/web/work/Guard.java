package org.tickmark.web.work;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
import org.tickmark.web.http.Ask;
import org.tickmark.web.sign.Session;
import org.tickmark.web.sign.Sessions;

/** Tells who asks, and whether a form comes from a page of ours. Safe for use from many threads. */
final class Guard {
    private static final String BEARER = "bearer ";

    private final Users users;
    private final Tokens tokens;
    private final Sessions sessions;
    private final String cookie;
    private final boolean secure;
    private volatile boolean administered;

    /**
     * A guard.
     *
     * @param secure whether browsers shall send the cookie only where nobody can read along
     * @param port told in the name of a cookie that is not secure, since servers on other ports of this machine share its cookies
     */
    Guard(Users users, Tokens tokens, Sessions sessions, boolean secure, int port) {
        this.users = users;
        this.tokens = tokens;
        this.sessions = sessions;
        this.secure = secure;
        this.cookie = secure ? "__Host-tm" : "tm-" + port;
    }

    /** Somebody signed in. */
    record SignedIn(Session session, UserStatus user) {}

    /** Whether somebody can sign in who may do everything; once it is so, it stays so. */
    boolean isAdministered() {
        if (!administered) {
            administered = users.users(Caller.system()).stream()
                    .anyMatch(user -> user.user().roles().contains(Role.ADMIN) && user.password() && !user.isLocked());
        }
        return administered;
    }

    /** Who is signed in at the browser that asks; a change of the user's rights or password has ended their sessions. */
    Optional<SignedIn> signedIn(Ask ask) {
        return ask.cookie(cookie).flatMap(sessions::find).flatMap(this::stillValid);
    }

    private Optional<SignedIn> stillValid(Session session) {
        Optional<UserStatus> user = users.user(identity(session.user()), session.user())
                .filter(status -> !status.isLocked() && status.version() == session.version());
        if (user.isEmpty()) {
            sessions.close(session);
        }
        return user.map(status -> new SignedIn(session, status));
    }

    /** A caller who may nothing but see themselves. */
    private static Caller identity(String user) {
        return new Caller(User.IDENTITY + user, Set.of(), Set.of(), Locale.ENGLISH, Origin.WEB);
    }

    /** Nobody. */
    static Caller nobody(Locale locale) {
        return new Caller("nobody", Set.of(), Set.of(), locale, Origin.WEB);
    }

    /** Who a program acts for that shows a token. */
    Optional<Caller> byToken(Ask ask, Locale locale) {
        return ask.header("authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .flatMap(value -> tokens.caller(value.substring(BEARER.length()).strip(), locale, Origin.REST));
    }

    /** Whether a form may come from a page of ours, as far as the browser tells where it comes from. */
    static boolean isFromHere(Ask ask) {
        boolean sameSite = ask.header("sec-fetch-site")
                .map(site -> site.equals("same-origin") || site.equals("none"))
                .orElse(true);
        return sameSite
                && ask.header("origin").map(origin -> isOurs(origin, ask)).orElse(true);
    }

    private static boolean isOurs(String origin, Ask ask) {
        try {
            URI uri = new URI(origin);
            return uri.getRawAuthority() != null
                    && uri.getRawAuthority().equalsIgnoreCase(ask.header("host").orElse(""));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The value of the {@code Set-Cookie} header for a new session. */
    String cookieOf(String secret) {
        return cookie + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    /** The value of the {@code Set-Cookie} header that takes the cookie away. */
    String cookieGone() {
        return cookieOf("") + "; Max-Age=0";
    }
}
