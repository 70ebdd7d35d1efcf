/** Screens to write scripts, to step through them, and to see what they did. */
package org.tickmark.web.screens.scripting;
