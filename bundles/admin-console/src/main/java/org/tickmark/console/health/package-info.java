/** Asks the health checks of all bundles, and does not let one that hangs or fails stand in the way of the others. */
package org.tickmark.console.health;
