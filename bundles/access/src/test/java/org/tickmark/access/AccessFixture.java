package org.tickmark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.User;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;

/** Users and tokens on a database of their own. */
abstract class AccessFixture {
    static final Caller SHELL = Caller.os("ada", Locale.ENGLISH);
    static final String PASSWORD = "blåbær og fløte 42";

    final ManualClock clock = ManualClock.at("2026-03-02T08:00:00Z");
    private DatabaseFixture database;
    private Transactions transactions;
    private ChainedAudit audit;
    StoredUsers users;
    StoredTokens tokens;

    abstract DatabaseFixture open();

    @BeforeEach
    void openDatabase() {
        database = open();
        transactions = database.migrate("org.tickmark.access", ChainedAudit.class);
        audit = new ChainedAudit(transactions, clock, new Sealer(transactions), () -> {});
        usesRounds(100);
        tokens = new StoredTokens(transactions, audit, clock);
    }

    @AfterEach
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    /** As after a start of a version that hashes passwords in so many rounds. */
    void usesRounds(int rounds) {
        users = new StoredUsers(transactions, audit, new Passwords(rounds), clock);
    }

    static User user(String name, Role... roles) {
        return new User(name, "", name + "@example.com", Set.of(roles), new TreeSet<>(), Optional.empty());
    }

    /** The user as one who came in through the web. */
    static Caller as(User user) {
        return user.caller(Locale.ENGLISH, Origin.WEB);
    }

    User added(String name, Role... roles) {
        User user = user(name, roles);
        users.save(SHELL, user);
        users.changePassword(SHELL, name, PASSWORD.toCharArray());
        return user;
    }

    List<String> acts() {
        return texts("SELECT caller || ' ' || action || ' ' || subject AS text FROM audit ORDER BY id");
    }

    List<String> texts(String sql) {
        return transactions.reading(tx -> Sql.on(tx.connection(), sql).list(row -> row.text("text")));
    }

    static void assertRefused(String code, ThrowingCallable call) {
        TickmarkException refused = catchThrowableOfType(TickmarkException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.problem().code()).isEqualTo(code);
    }
}
