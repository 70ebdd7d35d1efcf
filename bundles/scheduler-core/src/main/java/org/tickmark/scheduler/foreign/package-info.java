/** Schedules of other programs, said as tasks: crontabs and systemd timers. Pure: a text in, definitions and problems out. */
package org.tickmark.scheduler.foreign;
