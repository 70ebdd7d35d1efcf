/** How this process is: its folders, Java, clock, database, settings, secrets, plugins and backups. */
package org.tickmark.platform.health;
