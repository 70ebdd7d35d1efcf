/**
 * Appointments and series of appointments. {@link org.tickmark.api.host.calendar.Appointments} keeps them: a
 * {@link org.tickmark.api.host.calendar.Draft} becomes a series, an {@link org.tickmark.api.host.calendar.Edit} changes it after a
 * {@link org.tickmark.api.host.calendar.Preview} has said what it does, and every change can be undone. {@link org.tickmark.api.host.calendar.Feeds} lets other programs read along.
 * {@link org.tickmark.api.host.calendar.Meetings} knows who takes part, and when they are free.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.1.0")
package org.tickmark.api.host.calendar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
