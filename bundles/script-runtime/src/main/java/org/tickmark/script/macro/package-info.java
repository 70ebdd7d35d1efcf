/**
 * Macros: a script language whose programs are actions in a row, each with a condition and parameters. So macros have versions, runs, triggers and tasks
 * as scripts do, and what steps through scripts steps through their actions.
 */
package org.tickmark.script.macro;
