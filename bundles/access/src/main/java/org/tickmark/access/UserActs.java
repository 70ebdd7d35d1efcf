package org.tickmark.access;

import java.util.Map;
import org.tickmark.api.host.Audit.Act;

/** What the audit log tells of users. */
final class UserActs {
    private static final String STREAM = "access";

    private UserActs() {}

    /** Something done to a user. */
    static Act of(String action, String user, Map<String, String> details) {
        return new Act(STREAM, action, "user/" + user, details);
    }
}
