package org.tickmark.api.host.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What someone does at an appointment. RFC 5545 section 3.2.16. */
public enum ParticipantRole {
    /** Leads it. */
    CHAIR("CHAIR"),
    /** Is needed. */
    REQUIRED("REQ-PARTICIPANT"),
    /** May come. */
    OPTIONAL("OPT-PARTICIPANT");

    private final String standard;

    ParticipantRole(String standard) {
        this.standard = standard;
    }

    /** The word of RFC 5545. */
    public String standard() {
        return standard;
    }

    /** The word of it: {@code required}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word. */
    public static Optional<ParticipantRole> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
