package org.tickmark.api.host.access;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;

/**
 * Who may sign in, and what each may do. To see users takes {@link Permission#USER_READ}, to change them {@link Permission#USER_EDIT}; everybody
 * may see themselves and change their own password. Nobody changes a user who may do more than they may themselves, or gives a user such rights;
 * and of those who may do everything, one who can sign in always remains. What is refused is a {@link org.tickmark.api.TickmarkException} and changes
 * nothing. Every change is audited. Safe for use from many threads.
 */
@ProviderType
public interface Users {
    /** All users, by name. */
    List<UserStatus> users(Caller caller);

    /** The user of this name; empty if there is none. */
    Optional<UserStatus> user(Caller caller, String name);

    /** Adds a user, or changes one. */
    void save(Caller caller, User user);

    /**
     * Gives a user a password in place of the one before: 12 to 200 characters, without the user's name in it. What was opened with the old
     * one ends. The array is not kept.
     */
    void changePassword(Caller caller, String name, char[] password);

    /** Keeps a user from signing in, and their tokens from working, until that is taken back. */
    void lock(Caller caller, String name, String reason);

    /** Lets a user sign in again, at once also after many failed attempts. */
    void unlock(Caller caller, String name);

    /** Removes a user with all their tokens. What they have done stays under their name. */
    void remove(Caller caller, String name);

    /**
     * Whether this is the user's password. After a few failed attempts on a user, or from an address, further ones must wait, each twice as long
     * as the one before, up to a quarter of an hour; then even the right password is not looked at. No user is locked for good. Takes some
     * tenths of a second; at most a few are looked at at once.
     *
     * @param name in any case
     * @param address where the attempt comes from, such as {@code 192.0.2.7}
     */
    SignIn signIn(String name, char[] password, String address);
}
