package org.tickmark.api.host.access;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;

/**
 * Someone who may sign in. Immutable.
 *
 * @param name what they sign in with: 1 to 64 of a-z, 0-9, point, hyphen and underscore, a letter first
 * @param fullName what others call them; may be empty
 * @param email where mail to them goes; may be empty
 * @param roles what they may do; without one they may sign in and see nothing
 * @param units codes of the units that they may see; none means all
 * @param language the language they read; empty to take that of the browser or the terminal
 */
public record User(
        String name,
        String fullName,
        String email,
        Set<Role> roles,
        SortedSet<String> units,
        Optional<Locale> language) {
    /** What stands before the name in the identity of a caller. */
    public static final String IDENTITY = "user:";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

    public User {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fullName, "fullName");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(language, "language");
        roles = Collections.unmodifiableSet(ordered(roles));
        units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
    }

    private static EnumSet<Role> ordered(Collection<Role> roles) {
        EnumSet<Role> ordered = EnumSet.noneOf(Role.class);
        ordered.addAll(roles);
        return ordered;
    }

    /** Whether a user may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The user's identity as a caller and in the audit log. */
    public String identity() {
        return IDENTITY + name;
    }

    /**
     * The user as a caller.
     *
     * @param locale the language where the user has chosen none
     */
    public Caller caller(Locale locale, Origin origin) {
        return new Caller(identity(), Role.permissions(roles), units, language.orElse(locale), origin);
    }

    /** The same user with other roles. */
    public User with(Set<Role> others) {
        return new User(name, fullName, email, others, units, language);
    }
}
