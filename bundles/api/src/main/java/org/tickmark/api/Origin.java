package org.tickmark.api;

/** The door through which a call came in. */
public enum Origin {
    /** The local command line or the local socket. */
    SHELL,
    /** A batch run, started from outside ({@code /A}, {@code /U}, {@code /R}). */
    BATCH,
    /** A task of the scheduler. */
    TASK,
    /** The web workbench. */
    WEB,
    /** The REST interface. */
    REST,
    /** A script or a macro. */
    SCRIPT,
    /** Tickmark itself, for instance while it starts. */
    SYSTEM
}
