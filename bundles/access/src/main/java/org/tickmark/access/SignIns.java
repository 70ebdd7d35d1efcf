package org.tickmark.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.access.FailureTable.Failures;
import org.tickmark.access.UserTable.Kept;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.access.SignIn;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;

/** Lets people in by their passwords, and lets those wait who guess. Safe for use from many threads. */
final class SignIns {
    /** So often a user may mistype before they wait; from one address many may work. */
    private static final int FREE_BY_USER = 5;

    private static final int FREE_BY_ADDRESS = 20;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_ADDRESS = 60;
    private static final String USER = "user:";
    private static final String ADDRESS = "address:";
    private static final String NOBODY = "nobody";

    private final Transactions transactions;
    private final Audit audit;
    private final Passwords passwords;
    private final Clock clock;

    SignIns(Transactions transactions, Audit audit, Passwords passwords, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** An attempt; see {@link org.tickmark.api.host.access.Users#signIn}. */
    SignIn attempt(String typed, char[] password, String address) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        List<String> subjects = subjects(name, address);
        Duration wait = transactions.reading(tx -> wait(tx.connection(), subjects));
        if (!wait.isZero()) {
            return SignIn.refused(AccessProblems.waiting(wait), wait);
        }
        Optional<Kept> user = User.isName(name)
                ? transactions.reading(tx -> UserTable.find(tx.connection(), name))
                : Optional.empty();
        boolean matches =
                PasswordRules.isPossible(password) && passwords.matches(password, user.flatMap(Kept::password));
        return matches && !user.orElseThrow().status().isLocked()
                ? succeeded(user.get(), password)
                : failed(name, address, user.isPresent());
    }

    /** Forgets that attempts on a user failed. */
    static void forgive(Connection connection, String name) throws SQLException {
        FailureTable.forget(connection, USER + name);
    }

    private static List<String> subjects(String name, String address) {
        String shortened = address.length() <= LONGEST_ADDRESS ? address : address.substring(0, LONGEST_ADDRESS);
        return User.isName(name) ? List.of(USER + name, ADDRESS + shortened) : List.of(ADDRESS + shortened);
    }

    private Duration wait(Connection connection, List<String> subjects) throws SQLException {
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (Failures failures : FailureTable.of(connection, subjects)) {
            Duration left = Duration.between(now, failures.lastAt().plus(penalty(failures)));
            longest = left.compareTo(longest) > 0 ? left : longest;
        }
        return longest;
    }

    /** Nothing for the first few, then a second, and twice as long each time. */
    private static Duration penalty(Failures failures) {
        int beyond = failures.count() - (failures.subject().startsWith(USER) ? FREE_BY_USER : FREE_BY_ADDRESS);
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyond - 1, Integer.SIZE - 2));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private SignIn succeeded(Kept user, char[] password) {
        String name = user.status().user().name();
        String kept = user.password().orElseThrow();
        Optional<String> renewed =
                passwords.isOutdated(kept) ? Optional.of(passwords.hash(password)) : Optional.empty();
        Optional<UserStatus> in = transactions.inTransaction(tx -> {
            Connection connection = tx.connection();
            UserTable.hold(connection);
            boolean changed = UserTable.find(connection, name)
                    .map(now -> now.status().version())
                    .filter(version -> version == user.status().version())
                    .isEmpty();
            if (changed) {
                return Optional.empty();
            }
            FailureTable.forget(connection, USER + name);
            UserTable.signedIn(connection, name, clock.instant());
            if (renewed.isPresent()) {
                UserTable.changePassword(connection, name, renewed.get(), false);
            }
            record(tx, user.status().user().identity(), name, "user.sign-in", Map.of());
            return UserTable.find(connection, name).map(Kept::status);
        });
        return in.map(SignIn::of).orElseGet(() -> SignIn.refused(AccessProblems.refused(), Duration.ZERO));
    }

    private SignIn failed(String name, String address, boolean known) {
        Duration wait = transactions.inTransaction(tx -> {
            FailureTable.add(tx.connection(), subjects(name, address), clock.instant(), KEPT);
            if (known) {
                record(tx, NOBODY, name, "user.sign-in-failed", Map.of("address", address));
            }
            return wait(tx.connection(), subjects(name, address));
        });
        return SignIn.refused(AccessProblems.refused(), wait);
    }

    private void record(Tx tx, String identity, String name, String action, Map<String, String> details)
            throws SQLException {
        Caller caller = new Caller(identity, Set.of(), Set.of(), Locale.ENGLISH, Origin.WEB);
        audit.append(tx, caller, UserActs.of(action, name, details));
    }
}
