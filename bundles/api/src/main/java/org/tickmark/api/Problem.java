package org.tickmark.api;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.message.Message;

/**
 * What went wrong, as data: a code for programs, and for people what happened, where, what was found, what was expected
 * and what to do next. Immutable.
 *
 * <p>{@code found} and {@code expected} hold the failing field only, never a whole record: they reach logs and mails.
 */
public final class Problem {
    private final Severity severity;
    private final String code;
    private final Message what;
    private final String where;
    private final String found;
    private final String expected;
    private final Message advice;

    private Problem(Builder builder) {
        this.severity = builder.severity;
        this.code = builder.code;
        this.what = builder.what;
        this.where = builder.where;
        this.found = builder.found;
        this.expected = builder.expected;
        this.advice = builder.advice;
    }

    /** Starts a problem that stops the work. */
    public static Builder error(String code, Message what) {
        return new Builder(Severity.ERROR, code, what);
    }

    /** Starts a problem that lets the work go on. */
    public static Builder warning(String code, Message what) {
        return new Builder(Severity.WARNING, code, what);
    }

    /** Starts a note. */
    public static Builder info(String code, Message what) {
        return new Builder(Severity.INFO, code, what);
    }

    /** How much it weighs. */
    public Severity severity() {
        return severity;
    }

    /** A stable code for programs, such as {@code E4.amount}. */
    public String code() {
        return code;
    }

    /** What happened. */
    public Message what() {
        return what;
    }

    /** Where: a line and column, an element path, a file, a setting; empty when it has no place. */
    public Optional<String> where() {
        return Optional.ofNullable(where);
    }

    /** What was found there. */
    public Optional<String> found() {
        return Optional.ofNullable(found);
    }

    /** What was expected there. */
    public Optional<String> expected() {
        return Optional.ofNullable(expected);
    }

    /** What to do next. */
    public Optional<Message> advice() {
        return Optional.ofNullable(advice);
    }

    /** Starts a problem that says the same, to say it with a few parts changed. */
    public Builder toBuilder() {
        Builder builder = new Builder(severity, code, what);
        builder.where = where;
        builder.found = found;
        builder.expected = expected;
        builder.advice = advice;
        return builder;
    }

    /** The same problem, with a place in front of the place it has: {@code file, line 3}. */
    public Problem within(String place) {
        return toBuilder().where(where == null ? place : place + ", " + where).build();
    }

    /** The problem as an exception, to throw. */
    public TickmarkException exception() {
        return new TickmarkException(this);
    }

    /** The problem as an exception with the exception that led to it. */
    public TickmarkException exception(Throwable cause) {
        return new TickmarkException(this, cause);
    }

    /** The whole problem in one line, in the given language. */
    public String text(Locale locale) {
        StringBuilder text = new StringBuilder(what.text(locale));
        if (where != null) {
            text.insert(0, where + ": ");
        }
        ProblemText.append(text, locale, found, expected);
        if (advice != null) {
            text.append(' ').append(advice.text(locale));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return code + ": " + text(Locale.ENGLISH);
    }

    /** Collects the parts of a {@link Problem}; one thread at a time. */
    public static final class Builder {
        private Severity severity;
        private final String code;
        private final Message what;
        private String where;
        private String found;
        private String expected;
        private Message advice;

        private Builder(Severity severity, String code, Message what) {
            this.severity = severity;
            this.code = Objects.requireNonNull(code, "code");
            this.what = Objects.requireNonNull(what, "what");
        }

        /** Says how much it weighs, where that is another than it began with. */
        public Builder severity(Severity weight) {
            this.severity = Objects.requireNonNull(weight, "weight");
            return this;
        }

        /** Says where. */
        public Builder where(String place) {
            this.where = Objects.requireNonNull(place, "place");
            return this;
        }

        /** Says what was found. */
        public Builder found(String value) {
            this.found = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Says what was expected. */
        public Builder expected(String value) {
            this.expected = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Says what to do next. */
        public Builder advice(Message nextStep) {
            this.advice = Objects.requireNonNull(nextStep, "nextStep");
            return this;
        }

        /** The problem. */
        public Problem build() {
            return new Problem(this);
        }

        /** The problem as an exception, to throw. */
        public TickmarkException exception() {
            return build().exception();
        }

        /** The problem as an exception with the exception that led to it. */
        public TickmarkException exception(Throwable cause) {
            return build().exception(cause);
        }
    }
}
