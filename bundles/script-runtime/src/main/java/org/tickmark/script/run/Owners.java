package org.tickmark.script.run;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;

/** Who stands behind an identity, with the rights held now. Safe for use from many threads. */
public final class Owners {
    private static final String OS = "os:";

    private final Supplier<Optional<Users>> users;

    /** Looks users up here; there may be none to ask. */
    public Owners(Supplier<Optional<Users>> users) {
        this.users = users;
    }

    /**
     * The caller of this identity.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code script.owner-unknown} if there is no such user, or they may not sign in
     */
    public Caller caller(String identity) {
        if (identity.equals(Caller.system().identity())) {
            return Caller.system().through(Origin.SCRIPT);
        }
        if (identity.startsWith(OS)) {
            return Caller.os(identity.substring(OS.length()), Locale.ENGLISH).through(Origin.SCRIPT);
        }
        return user(identity)
                .filter(status -> !status.isLocked())
                .map(status -> status.user().caller(Locale.ENGLISH, Origin.SCRIPT))
                .orElseThrow(() -> Texts.problem("script.owner-unknown", "owner.unknown", identity)
                        .found(identity)
                        .advice(Texts.message("owner.unknown.advice"))
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
