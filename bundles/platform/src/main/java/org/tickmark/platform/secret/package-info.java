/** Secrets, encrypted in the database under a key that lies in the data directory. */
package org.tickmark.platform.secret;
