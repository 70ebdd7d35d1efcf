/** Settings: environment over {@code tickmark.properties} over defaults. */
package org.tickmark.platform.setting;
