/**
 * What everything in Tickmark stands on; see the packages below, one idea each.
 */
package org.tickmark.platform;
