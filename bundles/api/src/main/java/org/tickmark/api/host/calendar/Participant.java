package org.tickmark.api.host.calendar;

import java.util.Objects;

/**
 * Someone or something that takes part in an appointment.
 *
 * @param who what names it: {@code user:anna} for a user, {@code anna@example.org} for anybody, {@code resource:Fjord room} for a
 *     room, a car or whatever else can be taken once at a time
 * @param role what it does there
 * @param name what people call it; may be empty
 * @param answer what was said to this date; a resource accepts
 * @param comment what was said with it; may be empty
 */
public record Participant(String who, ParticipantRole role, String name, Answer answer, String comment) {
    /** What the names of resources begin with. */
    public static final String RESOURCE = "resource:";

    public Participant {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(comment, "comment");
    }

    /** Whether it is a thing. */
    public boolean isResource() {
        return who.startsWith(RESOURCE);
    }
}
