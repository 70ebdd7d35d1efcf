package org.tickmark.api.host.calendar;

/** Where an appointment comes from. */
public enum AppointmentOrigin {
    /** It stands alone. */
    SINGLE,
    /** The rule of its series gives it as it is. */
    RULE,
    /** The rule gives it, and it was changed by hand. */
    CHANGED,
    /** It was added to its series by hand. */
    ADDED
}
