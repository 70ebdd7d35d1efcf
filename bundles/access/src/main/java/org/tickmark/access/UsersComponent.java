package org.tickmark.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.SignIn;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;

/** Registers {@link Users}. */
@Component(name = "org.tickmark.access.users")
public final class UsersComponent implements Users {
    private final Users users;

    @Activate
    public UsersComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.access)") Transactions transactions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.users = new StoredUsers(transactions, audit, new Passwords(Passwords.ROUNDS), clock);
    }

    @Override
    public List<UserStatus> users(Caller caller) {
        return users.users(caller);
    }

    @Override
    public Optional<UserStatus> user(Caller caller, String name) {
        return users.user(caller, name);
    }

    @Override
    public void save(Caller caller, User user) {
        users.save(caller, user);
    }

    @Override
    public void changePassword(Caller caller, String name, char[] password) {
        users.changePassword(caller, name, password);
    }

    @Override
    public void lock(Caller caller, String name, String reason) {
        users.lock(caller, name, reason);
    }

    @Override
    public void unlock(Caller caller, String name) {
        users.unlock(caller, name);
    }

    @Override
    public void remove(Caller caller, String name) {
        users.remove(caller, name);
    }

    @Override
    public SignIn signIn(String name, char[] password, String address) {
        return users.signIn(name, password, address);
    }
}
