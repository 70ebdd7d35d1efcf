/** How an operating system starts Tickmark: units for systemd, and a task for the Windows Task Scheduler, as texts. */
package org.tickmark.console.service;
