/** Triggers: which scripts run before and after what happens, and what came of it each time. */
package org.tickmark.script.trigger;
