/** Debugging: sessions, their breakpoints and steps. A session that stands is data; it takes a thread only while its run is under way. */
package org.tickmark.script.debug;
