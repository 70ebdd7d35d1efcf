package org.tickmark.script.crmscript.value;

/** How values of a type are kept. */
public enum Storage {
    /** A {@code long}. */
    NUMBER,
    /** A {@code double}, as its bits. */
    REAL,
    /** A truth value, as 0 or 1. */
    FLAG,
    /** An object. */
    OBJECT,
    /** There are no values. */
    NONE
}
