package org.tickmark.api.host.calendar;

/**
 * The names of what is known of an appointment beside its time. A field that is left out or empty has the value given here. Names that
 * begin with {@code x-} may be added freely.
 */
public final class Fields {
    /** What it is called. */
    public static final String TITLE = "title";
    /** Where it takes place. */
    public static final String LOCATION = "location";
    /** What there is to say; several lines. */
    public static final String NOTE = "note";
    /** A word of {@link AppointmentKind}; {@code appointment}. */
    public static final String KIND = "kind";
    /** A word of {@link AppointmentStatus}; {@code not-started}. */
    public static final String STATUS = "status";
    /** {@code busy} or {@code free}; {@code busy}. */
    public static final String SHOW_AS = "show-as";
    /** Minutes blocked before it, up to a week; 0. */
    public static final String LEAD = "lead";
    /** Minutes blocked after it, up to a week; 0. */
    public static final String LAG = "lag";
    /** Minutes before it at which to remind; none. */
    public static final String ALARM = "alarm";

    /** {@code yes} to invite by mail and tell of changes; nobody is written to otherwise. */
    public static final String SEND_MAIL = "send-mail";
    /** Address that invitations come from and answers go to; that of the owner, where they are a user with one. */
    public static final String ORGANIZER = "organizer";

    private static final String PARTICIPANT = "with:";

    private Fields() {}

    /**
     * The field of someone who takes part. Its value is a word of {@link ParticipantRole}, perhaps with a blank and what they are called after
     * it: {@code required Anna Berg}. Empty takes them away.
     *
     * @param who a name as in {@link Participant}
     */
    public static String participant(String who) {
        return PARTICIPANT + who;
    }
}
