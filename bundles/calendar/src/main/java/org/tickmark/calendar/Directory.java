package org.tickmark.calendar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
import org.tickmark.calendar.series.Who;

/** Where people are written to, as it is at one moment. To be asked for before a transaction is opened. */
final class Directory {
    private final Map<String, String> addresses = new HashMap<>();

    private Directory() {}

    static Directory of(Users users) {
        Directory directory = new Directory();
        for (UserStatus status : users.users(Caller.system())) {
            User user = status.user();
            String address = user.email().toLowerCase(Locale.ROOT);
            if (Who.isAddress(address)) {
                directory.addresses.put(user.identity(), address);
            }
        }
        return directory;
    }

    /** The address of someone: a user's, or what they are named by. */
    Optional<String> address(String who) {
        return Who.isAddress(who) ? Optional.of(who) : Optional.ofNullable(addresses.get(who));
    }
}
