/** The file that a backup is: a zip whose last entry tells what is in it, so that both who writes it and who restores it know it. */
package org.tickmark.kit.backup;
