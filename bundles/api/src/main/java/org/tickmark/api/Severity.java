package org.tickmark.api;

/** How much a {@link Problem} weighs. */
public enum Severity {
    /** Worth knowing; nothing was changed by it. */
    INFO,
    /** The work went on, and a person should look. */
    WARNING,
    /** The work, or this part of it, was not done. */
    ERROR
}
