package org.tickmark.calendar.series;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.api.host.calendar.ParticipantRole;

/**
 * Names of people and resources, and the fields that are about them. Nothing that ends a line or a header is among the names, nor among what
 * people are called.
 */
public final class Who {
    /** What the fields of those who take part begin with. */
    public static final String WITH = Fields.participant("");

    /** What the fields with their answers begin with; a series has them alone, and they are changed by answering only. */
    public static final String ANSWER = "answer:";

    /** Number of the state of an invitation (SEQUENCE), changed with its times only. */
    public static final String SEQUENCE = "sequence";

    private static final Pattern IDENTITY = Pattern.compile("(user|os):[A-Za-z0-9._-]{1,64}");
    private static final Pattern RESOURCE =
            Pattern.compile(Participant.RESOURCE + "[\\p{L}\\p{N}]([\\p{L}\\p{N} ._-]{0,98}[\\p{L}\\p{N}])?");
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile("(?=.{1,64}@)(?=.{1,254}$)" + ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")*");
    private static final Pattern VALUE = Pattern.compile("([a-z]+)(?: ([^\\p{Cntrl}\\u2028\\u2029\"]{1,200}))?");

    private Who() {}

    /** Whether people or resources may be named so. */
    public static boolean isName(String who) {
        return IDENTITY.matcher(who).matches() || RESOURCE.matcher(who).matches() || isAddress(who);
    }

    /** Whether it is a mail address, in lower case. */
    public static boolean isAddress(String who) {
        return ADDRESS.matcher(who).matches();
    }

    /** Checks the field of someone who takes part. */
    static void check(String name, String value) {
        String who = name.substring(WITH.length());
        if (!isName(who)) {
            throw CalendarTexts.invalid(WITH, "who")
                    .found(who.replaceAll("\\p{Cntrl}", "?"))
                    .expected("user:anna, anna@example.org, resource:Fjord room")
                    .exception();
        }
        if (!value.isEmpty() && read(name, value).isEmpty()) {
            throw CalendarTexts.invalid(name, "who.role")
                    .found(value.replaceAll("\\p{Cntrl}", "?"))
                    .expected("chair, required, optional; optional Anna Berg")
                    .exception();
        }
    }

    /**
     * Someone who takes part, before they answered.
     *
     * @param who their name
     * @param name what they are called
     */
    public record Named(String who, ParticipantRole role, String name) {}

    /** Reads a field; empty where it tells of nobody. */
    public static Optional<Named> read(String field, String value) {
        var parts = VALUE.matcher(value);
        if (!field.startsWith(WITH) || !parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(2) == null ? "" : parts.group(2).strip();
        return ParticipantRole.ofWord(parts.group(1))
                .map(role -> new Named(field.substring(WITH.length()), role, name));
    }

    /** The names of those who take part. */
    public static SortedSet<String> in(Map<String, String> fields) {
        SortedSet<String> names = new TreeSet<>();
        fields.forEach((field, value) -> read(field, value).ifPresent(named -> names.add(named.who())));
        return names;
    }
}
