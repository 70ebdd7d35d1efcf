package org.tickmark.api.host.access;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Problem;

/**
 * What came of an attempt to sign in.
 *
 * @param user who it is; empty if they were refused
 * @param problem why they were refused; the same for a wrong name and a wrong password
 * @param pause how long no further attempt is looked at; zero for none
 */
public record SignIn(Optional<UserStatus> user, Optional<Problem> problem, Duration pause) {
    public SignIn {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(pause, "pause");
        if (user.isPresent() == problem.isPresent()) {
            throw new IllegalArgumentException("An attempt to sign in has a user or a problem");
        }
    }

    /** It is this user. */
    public static SignIn of(UserStatus user) {
        return new SignIn(Optional.of(user), Optional.empty(), Duration.ZERO);
    }

    /** It is refused. */
    public static SignIn refused(Problem problem, Duration pause) {
        return new SignIn(Optional.empty(), Optional.of(problem), pause);
    }
}
