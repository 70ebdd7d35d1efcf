package org.tickmark.api.host.access;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.Permission;

/** What people do here, as the permissions it takes. Whoever has several roles has the permissions of all. */
public enum Role {
    /** Sees the work and its results. */
    VIEWER(
            Permission.BOOKS_READ,
            Permission.IMPORT_READ,
            Permission.RECONCILIATION_READ,
            Permission.TASK_READ,
            Permission.CALENDAR_READ,
            Permission.SYSTEM_READ),
    /** Reconciles: groups, rules, matches. */
    ACCOUNTANT(
            VIEWER,
            Permission.CALENDAR_EDIT,
            Permission.RECONCILIATION_EDIT,
            Permission.RECONCILIATION_RUN,
            Permission.RECONCILIATION_MATCH,
            Permission.RECONCILIATION_UNDO,
            Permission.RECONCILIATION_SIGN,
            Permission.RECONCILIATION_RATES,
            Permission.IMPORT_RUN,
            Permission.IMPORT_UNDO),
    /** Keeps the work going: tasks, runs, imports. */
    OPERATOR(
            VIEWER,
            Permission.CALENDAR_EDIT,
            Permission.CALENDAR_EDIT_ALL,
            Permission.TASK_EDIT,
            Permission.TASK_RUN,
            Permission.TASK_HOLD,
            Permission.IMPORT_EDIT,
            Permission.IMPORT_RUN,
            Permission.IMPORT_UNDO,
            Permission.RECONCILIATION_RUN,
            Permission.MAIL_READ,
            Permission.MAIL_EDIT,
            Permission.CONFIG_READ,
            Permission.PLUGIN_READ,
            Permission.SYSTEM_CHECK),
    /** Writes what runs: scripts and what starts them. */
    DEVELOPER(
            VIEWER,
            Permission.CALENDAR_EDIT,
            Permission.TASK_EDIT,
            Permission.TASK_RUN,
            Permission.SCRIPT_READ,
            Permission.SCRIPT_EDIT,
            Permission.SCRIPT_RUN,
            Permission.SCRIPT_DEBUG,
            Permission.TRIGGER_EDIT,
            Permission.MAIL_SEND,
            Permission.CONFIG_READ,
            Permission.PLUGIN_READ),
    /** May do everything. */
    ADMIN(Permission.ALL);

    @SuppressWarnings("ImmutableEnumChecker") // The set cannot be changed.
    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    Role(Role base, Permission... more) {
        this.permissions =
                Stream.concat(base.permissions.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** What this role may do. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** What these roles may do together. */
    public static Set<Permission> permissions(Collection<Role> roles) {
        return roles.stream().flatMap(role -> role.permissions.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** What people call it: its name in lower case. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that people call so, in any case; empty if there is none. */
    public static Optional<Role> titled(String title) {
        return Stream.of(values())
                .filter(role -> role.title().equals(title.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
