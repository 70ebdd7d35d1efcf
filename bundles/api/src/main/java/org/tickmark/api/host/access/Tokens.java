package org.tickmark.api.host.access;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;

/**
 * Tokens by which programs act for users. Everybody may issue, see and revoke tokens of their own; those of others take
 * {@link Permission#USER_EDIT}. Every change is audited. Safe for use from many threads.
 */
@ProviderType
public interface Tokens {
    /** How long a token lasts if nothing else is said. */
    Duration USUAL = Duration.ofDays(90);

    /** How long a token lasts at most. */
    Duration LONGEST = Duration.ofDays(366);

    /**
     * A token just issued.
     *
     * @param token what is kept of it
     * @param secret the token itself, which is not to be had again
     */
    record Issued(Token token, String secret) {
        @Override
        public String toString() {
            return token.toString();
        }
    }

    /**
     * Issues a token.
     *
     * @param user the user it is to act for
     * @param label what it is for
     * @param permissions what it may do; none for all that the user may do
     * @param lasts from a minute to {@link #LONGEST}
     * @throws org.tickmark.api.TickmarkException if there is no such user, or the token would have a right that the user lacks
     */
    Issued issue(Caller caller, String user, String label, Set<Permission> permissions, Duration lasts);

    /** The tokens that have neither ended nor been revoked: those of all users for who may see users, else the caller's own; the newest first. */
    List<Token> tokens(Caller caller);

    /** Ends a token; false if there is none of this id that the caller may see. */
    boolean revoke(Caller caller, String id);

    /**
     * Who a program acts for that shows this token: the user, with no more rights than both the token and the user have now.
     *
     * @param locale the language where the user has chosen none
     * @return empty if it is no token, has ended or was revoked, or if its user is locked or gone
     */
    Optional<Caller> caller(String secret, Locale locale, Origin origin);
}
