/** Backups: a copy of the open database with the configuration and the plugins, in one file; and what a restored one is compared with. */
package org.tickmark.platform.backup;
