/**
 * Scripts: stored with all their versions, run within limits in the name of somebody, by command, by tasks, by events, and by each other; macros and triggers.
 */
package org.tickmark.script;
