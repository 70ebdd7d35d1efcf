package org.tickmark.scheduler.foreign;

/** A calendar expression of systemd that is none, or that a schedule cannot say; {@link #rule} names the text that tells why. */
final class CalendarSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String found;

    CalendarSyntaxException(String rule, String found) {
        super(rule + ": " + found);
        this.rule = rule;
        this.found = found;
    }

    String rule() {
        return rule;
    }

    String found() {
        return found;
    }
}
