/**
 * People and resources of appointments, as values: who takes part, what they answered, what time that takes of them, where two take the
 * same, and where there is free time. Nothing here knows the database.
 */
package org.tickmark.calendar.people;
