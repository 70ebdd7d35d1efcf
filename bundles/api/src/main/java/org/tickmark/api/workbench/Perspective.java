package org.tickmark.api.workbench;

/** The work that people come to do; each view belongs to one. */
public enum Perspective {
    /** To keep the schedule: tasks, runs, appointments. */
    OPERATIONS,
    /** To import and to reconcile. */
    ACCOUNTING,
    /** To write what runs. */
    SCRIPTING,
    /** To look after the system and its users. */
    ADMINISTRATION
}
