package org.tickmark.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.Token;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;

/** Tokens in the table {@code token}. */
final class StoredTokens implements Tokens {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    /** A use is noted when the one noted before is older. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    StoredTokens(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Issued issue(Caller caller, String user, String label, Set<Permission> permissions, Duration lasts) {
        requireMayChange(caller, user);
        if (!LABEL.matcher(label).matches()) {
            throw AccessProblems.invalid("token.label").found(label).exception();
        }
        if (lasts.compareTo(SHORTEST) < 0 || lasts.compareTo(LONGEST) > 0) {
            throw AccessProblems.invalid("token.lasts", LONGEST.toDays())
                    .found(lasts.toString())
                    .expected(SHORTEST + " – " + LONGEST)
                    .exception();
        }
        TokenText text = TokenText.made();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Token token = new Token(text.id(), user, label, permissions, now, now.plus(lasts), Optional.empty());
        transactions.inTransaction(tx -> {
            UserTable.hold(tx.connection());
            requireRights(
                    caller,
                    user(tx, user)
                            .orElseThrow(() -> AccessProblems.unknownUser(user).exception()),
                    permissions);
            TokenTable.deleteEnded(tx.connection(), now);
            TokenTable.insert(tx.connection(), new TokenTable.Kept(token, text.hash()));
            record(tx, caller, "token.issue", token);
            return null;
        });
        return new Issued(token, text.text());
    }

    private static void requireMayChange(Caller caller, String user) {
        if (!StoredUsers.isSelf(caller, user)) {
            caller.require(Permission.USER_EDIT);
        }
    }

    /** A token has no right that its user lacks, and gives whoever issues it none that they lack. */
    private static void requireRights(Caller caller, UserStatus user, Set<Permission> permissions) {
        Set<Permission> held = Role.permissions(user.user().roles());
        Caller owner = user.user().caller(caller.locale(), caller.origin());
        for (Permission permission : permissions) {
            if (!owner.may(permission)) {
                throw AccessProblems.invalid("token.permission", user.user().name())
                        .found(permission.name())
                        .exception();
            }
        }
        (permissions.isEmpty() ? held : permissions).forEach(caller::require);
    }

    @Override
    public List<Token> tokens(Caller caller) {
        List<Token> all = transactions.reading(tx -> TokenTable.all(tx.connection(), clock.instant()));
        return all.stream().filter(token -> maySee(caller, token)).toList();
    }

    private static boolean maySee(Caller caller, Token token) {
        return StoredUsers.isSelf(caller, token.user()) || caller.may(Permission.USER_READ);
    }

    @Override
    public boolean revoke(Caller caller, String id) {
        return transactions.inTransaction(tx -> {
            Optional<Token> token = TokenTable.find(tx.connection(), id)
                    .map(TokenTable.Kept::token)
                    .filter(kept -> maySee(caller, kept));
            if (token.isEmpty()) {
                return false;
            }
            requireMayChange(caller, token.get().user());
            TokenTable.delete(tx.connection(), id);
            record(tx, caller, "token.revoke", token.get());
            return true;
        });
    }

    @Override
    public Optional<Caller> caller(String secret, Locale locale, Origin origin) {
        return TokenText.of(secret).flatMap(shown -> caller(shown, locale, origin));
    }

    private Optional<Caller> caller(TokenText shown, Locale locale, Origin origin) {
        Instant now = clock.instant();
        Optional<Token> token = transactions
                .reading(tx -> TokenTable.find(tx.connection(), shown.id()))
                .filter(kept -> isSame(kept.hash(), shown.hash()))
                .map(TokenTable.Kept::token)
                .filter(kept -> kept.expiresAt().isAfter(now));
        Optional<User> user = token.flatMap(kept -> transactions.reading(tx -> user(tx, kept.user())))
                .filter(status -> !status.isLocked())
                .map(UserStatus::user);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        note(token.get(), now);
        return Optional.of(
                limited(user.get().caller(locale, origin), token.get().permissions()));
    }

    private static boolean isSame(String kept, String shown) {
        return MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
    }

    private static Caller limited(Caller owner, Set<Permission> permissions) {
        if (permissions.isEmpty()) {
            return owner;
        }
        Set<Permission> left = permissions.stream().filter(owner::may).collect(Collectors.toSet());
        return new Caller(owner.identity(), left, owner.units(), owner.locale(), owner.origin());
    }

    private void note(Token token, Instant now) {
        if (token.lastUsed().map(used -> used.plus(NOTED).isBefore(now)).orElse(true)) {
            transactions.inTransaction(tx -> {
                TokenTable.used(tx.connection(), token.id(), now);
                return null;
            });
        }
    }

    private static Optional<UserStatus> user(Tx tx, String name) throws SQLException {
        return UserTable.find(tx.connection(), name).map(UserTable.Kept::status);
    }

    private void record(Tx tx, Caller caller, String action, Token token) throws SQLException {
        audit.append(
                tx, caller, UserActs.of(action, token.user(), Map.of("token", token.id(), "label", token.label())));
    }
}
