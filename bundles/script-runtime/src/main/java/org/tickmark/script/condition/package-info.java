/** Conditions on values by name: which events a trigger is about, and whether an action of a macro is done. */
package org.tickmark.script.condition;
