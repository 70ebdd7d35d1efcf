package org.tickmark.api;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Who asks for something, with what rights, in which language and through which door. Immutable; every call that changes
 * or shows something takes one, and the service it reaches checks it.
 *
 * @param identity who it is: {@code os:<user>} for the local command line, {@code system} for Tickmark itself
 * @param permissions the rights held; {@link Permission#ALL} holds every right
 * @param units codes of the units the caller may see; empty means all units
 * @param locale the language that messages to the caller are rendered in
 * @param origin the door
 */
public record Caller(String identity, Set<Permission> permissions, Set<String> units, Locale locale, Origin origin) {
    public Caller {
        Objects.requireNonNull(identity, "identity");
        permissions = Set.copyOf(permissions);
        units = Set.copyOf(units);
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(origin, "origin");
    }

    /** The operating-system user at the local command line, with all rights. */
    public static Caller os(String user, Locale locale) {
        return new Caller("os:" + user, Set.of(Permission.ALL), Set.of(), locale, Origin.SHELL);
    }

    /** Tickmark itself, with all rights. */
    public static Caller system() {
        return new Caller("system", Set.of(Permission.ALL), Set.of(), Locale.ENGLISH, Origin.SYSTEM);
    }

    /** The same caller coming through another door. */
    public Caller through(Origin door) {
        return new Caller(identity, permissions, units, locale, door);
    }

    /** Whether the caller holds this right. */
    public boolean may(Permission permission) {
        return permissions.contains(Permission.ALL) || permissions.contains(permission);
    }

    /** Whether the caller may see this unit. */
    public boolean maySee(String unit) {
        return units.isEmpty() || units.contains(unit);
    }

    /**
     * Lets the call go on only for a holder of this right.
     *
     * @throws PermissionDenied if the caller does not hold it
     */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new PermissionDenied(this, permission);
        }
    }

    /**
     * Lets the call go on only for a caller that holds this right and may see this unit.
     *
     * @throws PermissionDenied if the caller lacks the right or the unit
     */
    public void require(Permission permission, String unit) {
        require(permission);
        if (!maySee(unit)) {
            throw new PermissionDenied(this, permission);
        }
    }
}
