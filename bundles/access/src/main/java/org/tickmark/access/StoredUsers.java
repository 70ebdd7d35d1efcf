package org.tickmark.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tickmark.access.UserTable.Kept;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.SignIn;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;

/** Users in the table {@code app_user}. */
final class StoredUsers implements Users {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{0,200}");

    private final Transactions transactions;
    private final Audit audit;
    private final Passwords passwords;
    private final SignIns signIns;
    private final Clock clock;

    StoredUsers(Transactions transactions, Audit audit, Passwords passwords, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.passwords = passwords;
        this.signIns = new SignIns(transactions, audit, passwords, clock);
        this.clock = clock;
    }

    @Override
    public List<UserStatus> users(Caller caller) {
        caller.require(Permission.USER_READ);
        return transactions.reading(tx -> UserTable.all(tx.connection()));
    }

    @Override
    public Optional<UserStatus> user(Caller caller, String name) {
        if (!isSelf(caller, name)) {
            caller.require(Permission.USER_READ);
        }
        return transactions.reading(tx -> UserTable.find(tx.connection(), name)).map(Kept::status);
    }

    static boolean isSelf(Caller caller, String name) {
        return caller.identity().equals(User.IDENTITY + name);
    }

    @Override
    public void save(Caller caller, User user) {
        requireForm(user);
        changing(caller, tx -> {
            Optional<User> before = UserTable.find(tx.connection(), user.name())
                    .map(kept -> kept.status().user());
            before.ifPresent(known -> requireRightsOf(caller, known.roles()));
            requireRightsOf(caller, user.roles());
            if (before.isEmpty()) {
                UserTable.insert(tx.connection(), user, clock.instant());
            } else {
                boolean closing = !before.get().roles().equals(user.roles())
                        || !before.get().units().equals(user.units());
                UserTable.update(tx.connection(), user, closing);
            }
            record(tx, caller, before.isEmpty() ? "user.add" : "user.change", user.name(), told(user));
        });
    }

    private static void requireForm(User user) {
        String where = "user/" + user.name();
        if (!User.isName(user.name())) {
            throw AccessProblems.invalid("user.name").found(user.name()).exception();
        }
        if (!user.email().isEmpty() && !EMAIL.matcher(user.email()).matches()) {
            throw AccessProblems.invalid("user.email")
                    .where(where)
                    .found(user.email())
                    .exception();
        }
        if (!LINE.matcher(user.fullName()).matches()) {
            throw AccessProblems.invalid("user.full-name").where(where).exception();
        }
    }

    /** Nobody changes who may do more than they may themselves, or lets them. */
    private static void requireRightsOf(Caller caller, Set<Role> roles) {
        Role.permissions(roles).forEach(caller::require);
    }

    private static Map<String, String> told(User user) {
        Map<String, String> told = new TreeMap<>();
        told.put("full_name", user.fullName());
        told.put("email", user.email());
        told.put("roles", user.roles().stream().map(Role::title).collect(Collectors.joining(" ")));
        told.put("units", String.join(" ", user.units()));
        told.put("language", user.language().map(Locale::toLanguageTag).orElse(""));
        return told;
    }

    @Override
    public void changePassword(Caller caller, String name, char[] password) {
        if (!isSelf(caller, name)) {
            caller.require(Permission.USER_EDIT);
        }
        PasswordRules.require(name, password);
        String kept = passwords.hash(password);
        transactions.inTransaction(tx -> {
            UserTable.hold(tx.connection());
            requireExisting(caller, tx.connection(), name);
            UserTable.changePassword(tx.connection(), name, kept, true);
            record(tx, caller, "user.password", name, Map.of());
            return null;
        });
    }

    @Override
    public void lock(Caller caller, String name, String reason) {
        changing(caller, tx -> {
            requireExisting(caller, tx.connection(), name);
            UserTable.lock(tx.connection(), name, Optional.of(reason));
            record(tx, caller, "user.lock", name, Map.of("reason", reason));
        });
    }

    @Override
    public void unlock(Caller caller, String name) {
        changing(caller, tx -> {
            requireExisting(caller, tx.connection(), name);
            UserTable.lock(tx.connection(), name, Optional.empty());
            SignIns.forgive(tx.connection(), name);
            record(tx, caller, "user.unlock", name, Map.of());
        });
    }

    @Override
    public void remove(Caller caller, String name) {
        changing(caller, tx -> {
            requireExisting(caller, tx.connection(), name);
            TokenTable.deleteOf(tx.connection(), name);
            UserTable.delete(tx.connection(), name);
            record(tx, caller, "user.remove", name, Map.of());
        });
    }

    @Override
    public SignIn signIn(String name, char[] password, String address) {
        return signIns.attempt(name, password, address);
    }

    /** A change of users. */
    @FunctionalInterface
    private interface Change {
        void make(Tx tx) throws SQLException;
    }

    private void changing(Caller caller, Change change) {
        caller.require(Permission.USER_EDIT);
        transactions.inTransaction(tx -> {
            UserTable.hold(tx.connection());
            boolean administered = isAdministered(tx.connection());
            change.make(tx);
            if (administered && !isAdministered(tx.connection())) {
                throw AccessProblems.invalid("user.last-admin").exception();
            }
            return null;
        });
    }

    /** Whether somebody may do everything and can sign in. */
    private static boolean isAdministered(Connection connection) throws SQLException {
        return UserTable.all(connection).stream()
                .anyMatch(user -> user.user().roles().contains(Role.ADMIN) && !user.isLocked() && user.password());
    }

    private static void requireExisting(Caller caller, Connection connection, String name) throws SQLException {
        Kept user = UserTable.find(connection, name)
                .orElseThrow(() -> AccessProblems.unknownUser(name).exception());
        if (!isSelf(caller, name)) {
            requireRightsOf(caller, user.status().user().roles());
        }
    }

    private void record(Tx tx, Caller caller, String action, String name, Map<String, String> details)
            throws SQLException {
        audit.append(tx, caller, UserActs.of(action, name, details));
    }
}
