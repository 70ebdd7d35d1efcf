package org.tickmark.calendar;

import org.tickmark.api.Caller;
import org.tickmark.api.Permission;

/** Whose appointments a caller may change: their own, and those of others with a right of its own. */
final class Owning {
    private Owning() {}

    static boolean mayChange(Caller caller, String owner) {
        return caller.may(Permission.CALENDAR_EDIT_ALL)
                || (caller.may(Permission.CALENDAR_EDIT) && owner.equals(caller.identity()));
    }

    /**
     * Lets a change of an owner's appointments go on.
     *
     * @throws org.tickmark.api.PermissionDenied if the caller may not
     */
    static void require(Caller caller, String owner) {
        if (!mayChange(caller, owner)) {
            caller.require(Permission.CALENDAR_EDIT);
            caller.require(Permission.CALENDAR_EDIT_ALL);
        }
    }
}
