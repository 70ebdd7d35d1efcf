package org.tickmark.kit.access;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Problem;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.message.MessageCatalog;

/** Who stands behind an identity, with the rights held now. Safe for use from many threads. */
public final class Owners {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Owners.class);
    private static final String OS = "os:";

    private final Supplier<Optional<Users>> users;

    /** Looks users up here; there may be none to ask. */
    public Owners(Supplier<Optional<Users>> users) {
        this.users = users;
    }

    /**
     * The caller of this identity. Asks the database for users only.
     *
     * @param door through which the caller comes
     * @throws org.tickmark.api.TickmarkException with code {@code owner.unknown} if there is no such user, or they may not sign in
     */
    public Caller caller(String identity, Origin door) {
        if (identity.equals(Caller.system().identity())) {
            return Caller.system().through(door);
        }
        if (identity.startsWith(OS)) {
            return Caller.os(identity.substring(OS.length()), Locale.ENGLISH).through(door);
        }
        return user(identity)
                .filter(status -> !status.isLocked())
                .map(status -> status.user().caller(Locale.ENGLISH, door))
                .orElseThrow(() -> Problem.error("owner.unknown", CATALOG.message("owner.unknown", identity))
                        .found(identity)
                        .advice(CATALOG.message("owner.unknown.advice"))
                        .exception());
    }

    private Optional<UserStatus> user(String identity) {
        if (!identity.startsWith(User.IDENTITY)) {
            return Optional.empty();
        }
        String name = identity.substring(User.IDENTITY.length());
        return users.get().flatMap(service -> service.user(Caller.system(), name));
    }
}
